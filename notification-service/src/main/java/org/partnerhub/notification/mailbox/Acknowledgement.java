package org.partnerhub.notification.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has taken an item on.
 *
 * @param by role or team
 * @param reference the recipient's own case reference
 */
public record Acknowledgement(
        @Nullable String by,
        @Nullable String reference,
        @Nullable Instant at) {}
