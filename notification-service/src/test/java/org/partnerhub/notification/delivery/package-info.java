@NullMarked
package org.partnerhub.notification.delivery;

import org.jspecify.annotations.NullMarked;
