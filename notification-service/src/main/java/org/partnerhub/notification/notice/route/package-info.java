/** From a withdrawn consent to a notice for every holder. */
@NullMarked
package org.partnerhub.notification.notice.route;

import org.jspecify.annotations.NullMarked;
