/** Referrals in PostgreSQL. */
@NullMarked
package org.partnerhub.referral.referral.store;

import org.jspecify.annotations.NullMarked;
