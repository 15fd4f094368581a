/** Working out a stay: who it is, what follows, and what the notice says. */
@NullMarked
package org.partnerhub.notification.stay.outgoing;

import org.jspecify.annotations.NullMarked;
