/** What events do to deliveries. */
@NullMarked
package org.partnerhub.notification.delivery.route;

import org.jspecify.annotations.NullMarked;
