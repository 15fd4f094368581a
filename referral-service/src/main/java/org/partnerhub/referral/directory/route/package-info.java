/** Hearing that the directory changed. */
@NullMarked
package org.partnerhub.referral.directory.route;

import org.jspecify.annotations.NullMarked;
