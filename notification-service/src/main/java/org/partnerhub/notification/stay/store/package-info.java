/** Admission messages and stays in PostgreSQL. */
@NullMarked
package org.partnerhub.notification.stay.store;

import org.jspecify.annotations.NullMarked;
