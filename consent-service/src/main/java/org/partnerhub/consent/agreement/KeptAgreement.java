package org.partnerhub.consent.agreement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of an agreement.
 *
 * @param version counts from 1
 * @param recordedBy the officer's account; absent for the demonstration's own
 */
public record KeptAgreement(
        Agreement agreement,
        int version,
        Instant recordedAt,
        @Nullable String recordedBy) {}
