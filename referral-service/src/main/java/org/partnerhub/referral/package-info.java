/** People, stories told once, referrals with their closed loop, and routing by pathway. */
@NullMarked
package org.partnerhub.referral;

import org.jspecify.annotations.NullMarked;
