package org.partnerhub.referral.referral.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.referral.referral.store.Referrals;

/** Referrals by their ids. */
record ReferralList(List<Item> referrals) {

    /**
     * One of them.
     *
     * @param role {@code sender} or {@code recipient}
     */
    record Item(ReferralId id, String role, Instant receivedAt, Map<String, String> links) {

        static Item of(Referrals.Listed listed) {
            return new Item(
                    listed.id(),
                    listed.sent() ? "sender" : "recipient",
                    listed.receivedAt(),
                    Map.of("self", "/referrals/" + listed.id()));
        }
    }
}
