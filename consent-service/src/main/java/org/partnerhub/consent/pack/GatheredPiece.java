package org.partnerhub.consent.pack;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece as it lies in a request.
 *
 * @param settlement absent until an officer has settled it
 * @param settledBy the officer's account
 * @param version 0 until it is settled; each settlement makes the next
 */
public record GatheredPiece(
        UUID id,
        Piece piece,
        @Nullable Settlement settlement,
        @Nullable String settledBy,
        @Nullable Instant settledAt,
        int version) {

    public boolean isSettled() {
        return settlement != null;
    }
}
