/** What follows when an admission was stored. */
@NullMarked
package org.partnerhub.notification.stay.route;

import org.jspecify.annotations.NullMarked;
