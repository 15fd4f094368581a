/** One thing for one recipient: when it is due, what an attempt came to, and what follows. */
@NullMarked
package org.partnerhub.notification.delivery;

import org.jspecify.annotations.NullMarked;
