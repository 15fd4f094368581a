/** The pages on which a partner is taken on. */
@NullMarked
package org.partnerhub.console.onboarding.http;

import org.jspecify.annotations.NullMarked;
