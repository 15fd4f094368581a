@NullMarked
package org.partnerhub.notification.stay;

import org.jspecify.annotations.NullMarked;
