/** Deliveries in PostgreSQL. */
@NullMarked
package org.partnerhub.notification.delivery.store;

import org.jspecify.annotations.NullMarked;
