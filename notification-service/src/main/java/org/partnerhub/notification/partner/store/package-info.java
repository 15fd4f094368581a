/** The directory in PostgreSQL. */
@NullMarked
package org.partnerhub.notification.partner.store;

import org.jspecify.annotations.NullMarked;
