/** What waits for a person or is overdue, for those who watch over referrals; and where a referral would go. */
@NullMarked
package org.partnerhub.referral.routing.http;

import org.jspecify.annotations.NullMarked;
