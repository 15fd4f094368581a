/** Partners, their recipients and how each is reached. */
@NullMarked
package org.partnerhub.notification.partner;

import org.jspecify.annotations.NullMarked;
