/** Making withdrawal notices, and what each says. */
@NullMarked
package org.partnerhub.notification.notice.outgoing;

import org.jspecify.annotations.NullMarked;
