/** Asks referral-service for what it holds. */
@NullMarked
package org.partnerhub.consent.pack.outgoing;

import org.jspecify.annotations.NullMarked;
