/** References that wait until a partner collects them; the content is decided and fetched then. */
@NullMarked
package org.partnerhub.notification.mailbox;

import org.jspecify.annotations.NullMarked;
