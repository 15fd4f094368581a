/** What happens to a referral after it was accepted. */
@NullMarked
package org.partnerhub.referral.referral.route;

import org.jspecify.annotations.NullMarked;
