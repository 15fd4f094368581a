/** Legal holds and the deleting of what is past its time. */
@NullMarked
package org.partnerhub.referral.retention.store;

import org.jspecify.annotations.NullMarked;
