/** Files in PostgreSQL, by the hash of their bytes. */
@NullMarked
package org.partnerhub.referral.attachment.store;

import org.jspecify.annotations.NullMarked;
