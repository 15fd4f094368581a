/** The directory as the other services read it. */
@NullMarked
package org.partnerhub.notification.partner.http;

import org.jspecify.annotations.NullMarked;
