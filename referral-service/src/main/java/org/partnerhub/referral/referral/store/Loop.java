package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.FollowUp;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Onward;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.Stroke.Strikes;
import org.partnerhub.referral.referral.Timetable;
import org.springframework.stereotype.Component;

/** Closes the loop: what became of each delivery is kept and the referrer hears of it; in the caller's transaction. */
@Component
public class Loop {

    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final FollowUps followUps;
    private final Feedbacks feedbacks;
    private final Histories histories;
    private final Hearing hearing;
    private final Clocks clocks;
    private final Timetable timetable;
    private final Onward onward;
    private final Clock clock;

    Loop(
            Referrals referrals,
            AskedRecipients recipients,
            FollowUps followUps,
            Feedbacks feedbacks,
            Histories histories,
            Hearing hearing,
            Clocks clocks,
            Timetable timetable,
            Onward onward,
            Clock clock) {
        this.referrals = referrals;
        this.recipients = recipients;
        this.followUps = followUps;
        this.feedbacks = feedbacks;
        this.histories = histories;
        this.hearing = hearing;
        this.clocks = clocks;
        this.timetable = timetable;
        this.onward = onward;
        this.clock = clock;
    }

    public void settled(DisclosureSettled event) {
        DeliveryId delivery = new DeliveryId(event.delivery());
        Optional<AskedRecipient> asked = recipients.find(delivery);
        if (asked.isPresent()) {
            Referral referral = referrals.held(asked.get().referral()).orElseThrow();
            recipients.held(delivery).ifPresent(held -> settled(referral, held, event));
            return;
        }
        Delivery outcome = Delivery.valueOf(event.outcome().name());
        followUps.find(delivery).ifPresent(it -> toldAgain(it, event, outcome));
        feedbacks
                .find(delivery)
                .filter(_ -> outcome == Delivery.GIVEN_UP || outcome == Delivery.REFUSED)
                .ifPresent(it -> histories.add(
                        it.referral(),
                        new HistoryEntry(
                                it.about(),
                                "referrer-not-reached",
                                outcome.code(),
                                HistoryEntry.HUB,
                                event.settledAt())));
    }

    private void settled(Referral referral, AskedRecipient before, DisclosureSettled event) {
        Instant now = clock.instant();
        AskedRecipient after = timed(before, before.settled(event), now);
        if (after.equals(before)) {
            return;
        }
        recipients.change(after, now);
        if (after.isReopenedSince(before)) {
            feedbacks.takeBackOutcome(referral.id(), after.recipient());
        }
        if (after.told() == before.told()) {
            return;
        }
        String reason = event.missing() != null ? event.missing() : event.reason();
        histories.add(
                after.referral(),
                new HistoryEntry(after.recipient(), after.told().code(), reason, HistoryEntry.HUB, event.settledAt()));
        if (isNewsToTheReferrer(after.told())) {
            hearing.changed(referral, after.recipient(), now);
        }
        if (after.told() == Delivery.REFUSED && "unknown-recipient".equals(event.reason())) {
            onward.vanished(referral, after, now);
        }
    }

    /** What was parked or given up, and has arrived only now, has its whole time to answer from now on. */
    private AskedRecipient timed(AskedRecipient before, AskedRecipient after, Instant now) {
        boolean late = before.told() == Delivery.PARKED || (after.answerBy() == null && !before.mayKnow());
        if (!late || !after.mayKnow()) {
            return after;
        }
        AskedRecipient timed = after.answerBy(timetable.answerBy(after.purpose(), now));
        clocks.wind(timed, Strikes.ANSWER_DUE, timed.answerBy());
        return timed;
    }

    private void toldAgain(FollowUp followUp, DisclosureSettled event, Delivery outcome) {
        switch (outcome) {
            case DELIVERED, PARKED, REFUSED, GIVEN_UP, MANUAL ->
                histories.add(
                        followUp.referral(),
                        new HistoryEntry(
                                event.recipient(),
                                followUp.says().code() + "-" + outcome.code(),
                                event.missing() != null ? event.missing() : event.reason(),
                                HistoryEntry.HUB,
                                event.settledAt()));
            case REQUESTED, WAITING_IN_MAILBOX, FAILED, UNKNOWN -> {
                // it goes on by itself
            }
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
