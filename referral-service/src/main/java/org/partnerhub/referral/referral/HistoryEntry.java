package org.partnerhub.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * One thing that happened to a referral; never changed after.
 *
 * @param happened a stable code, such as {@code routed}, {@code delivered} or {@code accepted}
 * @param reason a stable code or the recipient's own words
 * @param actor the partner that did it, or {@code hub}
 */
public record HistoryEntry(
        @Nullable RecipientId recipient,
        String happened,
        @Nullable String reason,
        String actor,
        Instant at) {

    /** The actor of what the hub did by itself. */
    public static final String HUB = "hub";
}
