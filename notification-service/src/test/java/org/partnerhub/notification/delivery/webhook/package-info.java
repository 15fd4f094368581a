@NullMarked
package org.partnerhub.notification.delivery.webhook;

import org.jspecify.annotations.NullMarked;
