package org.partnerhub.referral.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;

/**
 * Nothing of somebody's record is deleted while one is in force: a court, an inquiry or a claim needs it.
 *
 * @param setBy account of the officer
 * @param endedAt absent while it is in force
 */
public record LegalHold(
        UUID id,
        PersonId person,
        String reason,
        String setBy,
        Instant setAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt) {

    @Override
    public String toString() {
        return "LegalHold[" + id + "]";
    }
}
