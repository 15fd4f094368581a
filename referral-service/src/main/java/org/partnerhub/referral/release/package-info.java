/** What a permit lets out, category by category. */
@NullMarked
package org.partnerhub.referral.release;

import org.jspecify.annotations.NullMarked;
