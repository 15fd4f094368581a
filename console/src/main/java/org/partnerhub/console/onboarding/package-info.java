/** Taking a partner on, as two operators see it. */
@NullMarked
package org.partnerhub.console.onboarding;

import org.jspecify.annotations.NullMarked;
