package org.partnerhub.referral.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Early help with one child at one place.
 *
 * @param openedAt when the place accepted
 * @param endedAt absent while it goes on
 * @param completed whether it ended with an outcome
 */
public record Case(
        UUID child,
        @Nullable String authority,
        String agency,
        Instant openedAt,
        @Nullable Instant endedAt,
        boolean completed) {}
