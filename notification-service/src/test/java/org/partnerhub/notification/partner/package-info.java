@NullMarked
package org.partnerhub.notification.partner;

import org.jspecify.annotations.NullMarked;
