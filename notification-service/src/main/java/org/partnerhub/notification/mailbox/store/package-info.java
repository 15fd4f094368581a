/** Acknowledgements in PostgreSQL. */
@NullMarked
package org.partnerhub.notification.mailbox.store;

import org.jspecify.annotations.NullMarked;
