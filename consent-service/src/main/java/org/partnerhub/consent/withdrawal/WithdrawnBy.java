package org.partnerhub.consent.withdrawal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * Who withdraws and through whom.
 *
 * @param saidAt when they said so, where that is known
 */
public record WithdrawnBy(
        PartnerId partner,
        Capacity capacity,
        @Nullable String reason,
        @Nullable Instant saidAt) {

    @Override
    public String toString() {
        return "WithdrawnBy[" + partner + "]";
    }
}
