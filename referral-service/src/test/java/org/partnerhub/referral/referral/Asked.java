package org.partnerhub.referral.referral;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Recipients of referrals in any state. */
public final class Asked {

    private Asked() {}

    public static AskedRecipient camhs(TaskState state, Delivery told) {
        return new AskedRecipient(
                new DeliveryId(new UUID(0, 1)),
                new ReferralId(new UUID(0, 2)),
                0,
                new RecipientId("cpft-camhs"),
                new Purpose("mental-health-specialist"),
                "specialist-mental-health",
                "because",
                state,
                Said.NOTHING,
                false,
                told,
                1,
                null,
                null,
                null,
                null);
    }

    public static DisclosureSettled settled(
            DisclosureSettled.Outcome outcome, int attempt, @Nullable String missing, @Nullable String reason) {
        return new DisclosureSettled(
                new UUID(0, 1),
                attempt,
                "referral/" + new UUID(0, 2),
                new PersonId(new UUID(0, 3)),
                new RecipientId("cpft-camhs"),
                new Purpose("mental-health-specialist"),
                null,
                outcome,
                null,
                missing,
                reason,
                Instant.EPOCH);
    }
}
