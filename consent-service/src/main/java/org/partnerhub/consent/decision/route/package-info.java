/** Hears how a disclosure ended. */
@NullMarked
package org.partnerhub.consent.decision.route;

import org.jspecify.annotations.NullMarked;
