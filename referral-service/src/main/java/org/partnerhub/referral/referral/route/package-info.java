/** What becomes of a referral that was sent on. */
@NullMarked
package org.partnerhub.referral.referral.route;

import org.jspecify.annotations.NullMarked;
