@NullMarked
package org.partnerhub.notification;

import org.jspecify.annotations.NullMarked;
