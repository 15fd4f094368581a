/** The calls by which partners send, read and answer referrals. */
@NullMarked
package org.partnerhub.referral.referral.http;

import org.jspecify.annotations.NullMarked;
