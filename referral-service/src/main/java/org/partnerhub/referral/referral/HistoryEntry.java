package org.partnerhub.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * One thing that happened to a referral; never changed after.
 *
 * @param happened a stable code, such as {@code routed}, {@code delivered} or {@code accepted}
 * @param reason a stable code or the recipient's own words
 * @param actor the partner that did it, {@code hub}, or a person of the hub
 */
public record HistoryEntry(
        @Nullable RecipientId recipient,
        String happened,
        @Nullable String reason,
        String actor,
        Instant at) {

    /** The actor of what the hub did by itself. */
    public static final String HUB = "hub";

    private static final String OPERATOR = "operator:";

    /** The actor of what a person of the hub did; the account is for the hub's own eyes. */
    public static String operator(String account) {
        return OPERATOR + account;
    }

    /** An actor as partners see it. */
    public static String shown(String actor) {
        return actor.startsWith(OPERATOR) ? "operator" : actor;
    }
}
