/** Content for a permit, pushed or pulled. */
@NullMarked
package org.partnerhub.referral.release.http;

import org.jspecify.annotations.NullMarked;
