/** Withdrawal notices in PostgreSQL. */
@NullMarked
package org.partnerhub.notification.notice.store;

import org.jspecify.annotations.NullMarked;
