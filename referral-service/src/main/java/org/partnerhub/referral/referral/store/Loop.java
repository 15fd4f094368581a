package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Referral;
import org.springframework.stereotype.Component;

/** Closes the loop: what became of each delivery is kept and the referrer hears of it; in the caller's transaction. */
@Component
public class Loop {

    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Histories histories;
    private final Feedbacks feedbacks;
    private final Clock clock;

    Loop(Referrals referrals, AskedRecipients recipients, Histories histories, Feedbacks feedbacks, Clock clock) {
        this.referrals = referrals;
        this.recipients = recipients;
        this.histories = histories;
        this.feedbacks = feedbacks;
        this.clock = clock;
    }

    public void settled(DisclosureSettled event) {
        recipients.held(new DeliveryId(event.delivery())).ifPresent(asked -> settled(asked, event));
    }

    private void settled(AskedRecipient before, DisclosureSettled event) {
        AskedRecipient after = before.settled(event);
        if (after.equals(before)) {
            return;
        }
        Instant now = clock.instant();
        recipients.change(after, now);
        if (after.told() == before.told()) {
            return;
        }
        String reason = event.missing() != null ? event.missing() : event.reason();
        histories.add(
                after.referral(),
                new HistoryEntry(after.recipient(), after.told().code(), reason, HistoryEntry.HUB, event.settledAt()));
        if (isNewsToTheReferrer(after.told())) {
            Referral referral = referrals.find(after.referral()).orElseThrow();
            feedbacks.tellReferrer(referral, after.recipient(), now);
        }
    }

    /** Another attempt follows by itself after a failed or unknown one, and a mailbox says when it is emptied. */
    private static boolean isNewsToTheReferrer(Delivery told) {
        return switch (told) {
            case DELIVERED, PARKED, REFUSED, GIVEN_UP, MANUAL -> true;
            case REQUESTED, WAITING_IN_MAILBOX, FAILED, UNKNOWN -> false;
        };
    }
}
