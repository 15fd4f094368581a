/** Files that belong to a story: what they are, whether they are safe, and for how long they are kept. */
@NullMarked
package org.partnerhub.referral.attachment;

import org.jspecify.annotations.NullMarked;
