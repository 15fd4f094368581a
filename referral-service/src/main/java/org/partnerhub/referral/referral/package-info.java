/** The referral, its recipients and their states in Task's codes. */
@NullMarked
package org.partnerhub.referral.referral;

import org.jspecify.annotations.NullMarked;
