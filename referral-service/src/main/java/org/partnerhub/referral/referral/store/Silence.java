package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.AskedRecipient.Move;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.FollowUp.Says;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Onward;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.Stroke;
import org.partnerhub.referral.referral.Stroke.Strikes;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.TaskState.Mover;
import org.partnerhub.referral.referral.Timetable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Hears the clocks: silence past its time is chased, then taken to a named role, each in a transaction of its own. */
@Component
class Silence {

    private static final int AT_ONCE = 50;

    private final Clocks clocks;
    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Questions questions;
    private final Histories histories;
    private final FollowUps followUps;
    private final Feedbacks feedbacks;
    private final Hearing hearing;
    private final Timetable timetable;
    private final Onward onward;
    private final KnownDirectory directory;
    private final TransactionOperations transaction;
    private final Clock clock;

    Silence(
            Clocks clocks,
            Referrals referrals,
            AskedRecipients recipients,
            Questions questions,
            Histories histories,
            FollowUps followUps,
            Feedbacks feedbacks,
            Hearing hearing,
            Timetable timetable,
            Onward onward,
            KnownDirectory directory,
            TransactionOperations transaction,
            Clock clock) {
        this.clocks = clocks;
        this.referrals = referrals;
        this.recipients = recipients;
        this.questions = questions;
        this.histories = histories;
        this.followUps = followUps;
        this.feedbacks = feedbacks;
        this.hearing = hearing;
        this.timetable = timetable;
        this.onward = onward;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Lets the clock strike that has been due longest; false where none is due. Nothing strikes before the directory is known. */
    boolean hear() {
        return directory.last().isPresent()
                && transaction.execute(status -> {
                    Instant now = clock.instant();
                    Optional<Stroke> stroke = clocks.next(now);
                    stroke.ifPresent(it -> clocks.struck(it, strike(it, now), now));
                    return stroke.isPresent();
                });
    }

    private String strike(Stroke stroke, Instant now) {
        Referral referral = referrals.held(stroke.referral()).orElseThrow();
        if (stroke.question() != null) {
            return questions
                    .find(stroke.question())
                    .map(it -> unanswered(referral, it, now))
                    .orElse("answered");
        }
        return Optional.ofNullable(stroke.asked())
                .flatMap(recipients::held)
                .map(asked -> switch (stroke.strikes()) {
                    case ANSWER_DUE ->
                        stroke.dueAt().equals(asked.answerBy()) ? answerDue(referral, asked, now) : "overtaken";
                    case CHASED_IN_VAIN -> chasedInVain(referral, asked, now);
                    case DELIVERY_DUE -> deliveryDue(referral, asked, now);
                    case QUESTION_DUE -> "answered";
                })
                .orElse("gone");
    }

    private String answerDue(Referral referral, AskedRecipient asked, Instant now) {
        if (!isLate(asked, now)) {
            return "answered";
        }
        if (asked.told() == Delivery.PARKED) {
            return "parked";
        }
        if (!asked.mayKnow()) {
            return escalate(referral, asked, timetable.roleOfTheHub(), "not-told-in-time", now);
        }
        boolean recipientIsSilent = asked.silent().equals(Optional.of(Mover.RECIPIENT));
        if (recipientIsSilent) {
            followUps.tell(referral, asked, Says.ANSWER_OVERDUE, "answer-overdue", now);
        } else {
            feedbacks.tellReferrer(referral, asked.recipient(), now);
        }
        String happened = recipientIsSilent ? "chased" : "referrer-chased";
        histories.add(
                referral.id(), new HistoryEntry(asked.recipient(), happened, "answer-overdue", HistoryEntry.HUB, now));
        clocks.wind(asked, Strikes.CHASED_IN_VAIN, timetable.escalateAt(asked.purpose(), now));
        return happened;
    }

    private String chasedInVain(Referral referral, AskedRecipient asked, Instant now) {
        if (!isLate(asked, now) || asked.escalatedTo() != null) {
            return "answered";
        }
        String role = asked.silent().equals(Optional.of(Mover.RECIPIENT))
                ? timetable.roleFor(asked.purpose())
                : timetable.roleOfTheHub();
        return escalate(referral, asked, role, "escalated", now);
    }

    /** A notice that has a day must be there by then; what is only waiting in a mailbox has reached nobody. */
    private String deliveryDue(Referral referral, AskedRecipient asked, Instant now) {
        boolean acknowledged = asked.told() == Delivery.DELIVERED || asked.state() != TaskState.REQUESTED;
        return acknowledged
                ? "acknowledged"
                : escalate(referral, asked, timetable.roleFor(asked.purpose()), "escalated", now);
    }

    private static boolean isLate(AskedRecipient asked, Instant now) {
        Instant by = asked.answerBy();
        return asked.silent().isPresent() && by != null && !by.isAfter(now);
    }

    private String escalate(Referral referral, AskedRecipient asked, String role, String happened, Instant now) {
        recipients.change(asked.escalated(role), now);
        histories.add(referral.id(), new HistoryEntry(asked.recipient(), happened, role, HistoryEntry.HUB, now));
        hearing.changed(referral, asked.recipient(), now);
        return happened;
    }

    private String unanswered(Referral referral, Questions.Asked asked, Instant now) {
        String role = timetable.roleOfTheHub();
        questions.escalated(asked.question().id(), role);
        histories.add(referral.id(), new HistoryEntry(null, "question-escalated", role, HistoryEntry.HUB, now));
        feedbacks.tellReferrer(referral, null, now);
        return "question-escalated";
    }

    /** Whoever is no longer in the directory will not answer: its referrals fail, and a person finds another place. */
    boolean missTheVanished() {
        List<String> there = directory.last().stream()
                .flatMap(known -> known.recipients().stream())
                .map(Directory.Recipient::id)
                .map(Object::toString)
                .toList();
        if (there.isEmpty()) {
            return false;
        }
        return transaction.execute(status -> {
            List<AskedRecipient> gone = recipients.openElsewhere(there, AT_ONCE);
            gone.forEach(it -> vanished(it, clock.instant()));
            return gone.size() == AT_ONCE;
        });
    }

    private void vanished(AskedRecipient asked, Instant now) {
        if (asked.failed("recipient-gone") instanceof Move.Moved(AskedRecipient failed)) {
            Referral referral = referrals.find(asked.referral()).orElseThrow();
            recipients.change(failed, now);
            histories.add(
                    referral.id(),
                    new HistoryEntry(failed.recipient(), "failed", "recipient-gone", HistoryEntry.HUB, now));
            hearing.changed(referral, failed.recipient(), now);
            onward.vanished(referral, failed, now);
        }
    }
}
