package org.partnerhub.consent.override;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the review of an override stands.
 *
 * @param dueBy by when a different officer looks at it
 * @param by account of the officer who reviewed it
 * @param upheld what they found; absent while nobody has
 * @param escalatedAt when the time passed without a finding
 */
public record Review(
        Instant dueBy,
        @Nullable String by,
        @Nullable Instant at,
        @Nullable Boolean upheld,
        @Nullable Instant escalatedAt) {

    /** Nobody has looked in so many of England's working days: it is escalated. */
    private static final int WORKING_DAYS = 3;

    /** Of an override that has just been authorised. */
    public static Review waiting(Instant authorisedAt) {
        return new Review(WorkingDays.after(authorisedAt, WORKING_DAYS), null, null, null, null);
    }

    /** {@code waiting}, {@code escalated}, {@code upheld} or {@code not-upheld}. */
    public String state() {
        if (upheld != null) {
            return upheld ? "upheld" : "not-upheld";
        }
        return escalatedAt == null ? "waiting" : "escalated";
    }
}
