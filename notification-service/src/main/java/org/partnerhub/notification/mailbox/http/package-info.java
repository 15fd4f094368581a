/** The mailbox as partners see it. */
@NullMarked
package org.partnerhub.notification.mailbox.http;

import org.jspecify.annotations.NullMarked;
