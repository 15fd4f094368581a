/** Partners, deliveries, mailboxes and stays; nothing leaves without a permit. */
@NullMarked
package org.partnerhub.notification;

import org.jspecify.annotations.NullMarked;
