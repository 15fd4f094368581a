/** Used permits and what there is to release. */
@NullMarked
package org.partnerhub.referral.release.store;

import org.jspecify.annotations.NullMarked;
