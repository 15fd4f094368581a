/** Sending to a partner's webhook: signed, to approved and public addresses only, never redirected. */
@NullMarked
package org.partnerhub.notification.delivery.webhook;

import org.jspecify.annotations.NullMarked;
