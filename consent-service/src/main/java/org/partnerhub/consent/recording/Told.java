package org.partnerhub.consent.recording;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.Capacity;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * Who said it and through whom the hub heard.
 *
 * @param saidAt when they said so, where that is known
 */
public record Told(
        PartnerId partner,
        Capacity capacity,
        @Nullable String reason,
        @Nullable Instant saidAt) {

    @Override
    public String toString() {
        return "Told[" + partner + "]";
    }
}
