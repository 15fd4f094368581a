package org.partnerhub.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DecisionId;

/**
 * What follows from an attempt.
 *
 * @param after how long to wait, where it is due again
 * @param told the outcome that the log and the referrer hear; absent where there is nothing to tell
 * @param failed whether the attempt counts as a failure for the back-off
 */
public record Next(
        DeliveryState state,
        @Nullable Duration after,
        DisclosureSettled.@Nullable Outcome told,
        @Nullable DecisionId decision,
        @Nullable String contentHash,
        @Nullable String acknowledgement,
        @Nullable Missing missing,
        @Nullable String reason,
        boolean failed) {

    static Next ended(
            DeliveryState state, DisclosureSettled.Outcome told, DecisionId decision, @Nullable String reason) {
        return new Next(state, null, told, decision, null, null, null, reason, false);
    }

    static Next again(
            DeliveryState open,
            Duration after,
            DisclosureSettled.@Nullable Outcome told,
            @Nullable DecisionId decision,
            String reason) {
        return new Next(open, after, told, decision, null, null, null, reason, told != null);
    }

    /** It arrived before; that a partner may not read it again is told by the decision itself. */
    static Next kept(DeliveryState state, DecisionId decision, Missing missing, @Nullable String reason) {
        return new Next(state, null, null, decision, null, null, missing, reason, false);
    }

    Next sent(String contentHash, @Nullable String acknowledgement) {
        return new Next(state, after, told, decision, contentHash, acknowledgement, missing, reason, failed);
    }
}
