/** The keys that receivers verify signatures with. */
@NullMarked
package org.partnerhub.notification.delivery.http;

import org.jspecify.annotations.NullMarked;
