/** What governance officers see and hold. */
@NullMarked
package org.partnerhub.referral.retention.http;

import org.jspecify.annotations.NullMarked;
