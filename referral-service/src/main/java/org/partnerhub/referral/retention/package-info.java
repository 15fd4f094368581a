/** How long records are kept, who holds that up, and what officers see of a whole record. */
@NullMarked
package org.partnerhub.referral.retention;

import org.jspecify.annotations.NullMarked;
