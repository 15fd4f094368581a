package org.partnerhub.referral.referral.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.referral.referral.store.Referrals;

/** Referrals by their ids; how each stands is decided and told one by one. */
record ReferralList(List<Item> items, Map<String, String> links) {

    /** A page of them, with the way to the next where there may be one. */
    static ReferralList of(List<Referrals.Listed> page, int limit) {
        Map<String, String> links = page.size() < limit
                ? Map.of()
                : Map.of(
                        "next",
                        "/referrals?limit=" + limit + "&before="
                                + page.getLast().receivedAt());
        return new ReferralList(page.stream().map(Item::of).toList(), links);
    }

    /**
     * One of them.
     *
     * @param role {@code sender} or {@code recipient}
     */
    record Item(ReferralId id, PersonId person, String role, Instant receivedAt, Map<String, String> links) {

        static Item of(Referrals.Listed listed) {
            return new Item(
                    listed.id(),
                    listed.person(),
                    listed.sent() ? "sender" : "recipient",
                    listed.receivedAt(),
                    Map.of("self", "/referrals/" + listed.id()));
        }
    }
}
