/** The worker that carries due deliveries out, each attempt under a permit of its own. */
@NullMarked
package org.partnerhub.notification.delivery.outgoing;

import org.jspecify.annotations.NullMarked;
