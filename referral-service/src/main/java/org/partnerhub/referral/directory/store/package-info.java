/** The last directory, kept over restarts. */
@NullMarked
package org.partnerhub.referral.directory.store;

import org.jspecify.annotations.NullMarked;
