/** The internal decision call. */
@NullMarked
package org.partnerhub.consent.decision.http;

import org.jspecify.annotations.NullMarked;
