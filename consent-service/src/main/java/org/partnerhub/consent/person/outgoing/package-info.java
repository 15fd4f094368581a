/** Asks referral-service about people. */
@NullMarked
package org.partnerhub.consent.person.outgoing;

import org.jspecify.annotations.NullMarked;
