package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Answer;
import org.partnerhub.referral.referral.Answered;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.AskedRecipient.Move;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Onward;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.Stroke.Strikes;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.Timetable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what recipients answer: state, history, the word to the referrer and the way onward in one transaction. */
@Component
public class Answers {

    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Histories histories;
    private final KeptUnplaced unplaced;
    private final Hearing hearing;
    private final Clocks clocks;
    private final Timetable timetable;
    private final Onward onward;
    private final KnownDirectory directory;
    private final TransactionOperations transaction;
    private final Clock clock;

    Answers(
            Referrals referrals,
            AskedRecipients recipients,
            Histories histories,
            KeptUnplaced unplaced,
            Hearing hearing,
            Clocks clocks,
            Timetable timetable,
            Onward onward,
            KnownDirectory directory,
            TransactionOperations transaction,
            Clock clock) {
        this.referrals = referrals;
        this.recipients = recipients;
        this.histories = histories;
        this.unplaced = unplaced;
        this.hearing = hearing;
        this.clocks = clocks;
        this.timetable = timetable;
        this.onward = onward;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of an answer that a partner gave for a recipient that it runs. */
    public Answered take(ReferralId id, PartnerId partner, Answer answer) {
        return transaction.execute(status -> {
            Optional<Referral> referral = referrals.held(id);
            boolean runsIt = directory.required().operatedBy(partner).stream()
                    .anyMatch(recipient -> recipient.id().equals(answer.recipient()));
            if (referral.isEmpty() || !runsIt) {
                return new Answered.NotYours();
            }
            List<AskedRecipient> asked = recipients.held(id, answer.recipient()).stream()
                    .filter(AskedRecipient::mayKnow)
                    .toList();
            if (asked.isEmpty()) {
                return new Answered.NotYours();
            }
            return takenElsewhere(referral.get(), answer)
                    .<Answered>map(Answered.TakenElsewhere::new)
                    .orElseGet(() -> moved(referral.get(), asked, partner, answer));
        });
    }

    /** A case is handed over to one alone: whoever accepts first has it. */
    private Optional<RecipientId> takenElsewhere(Referral referral, Answer answer) {
        if (referral.kind() != Kind.TRANSFER || answer.state() != Answer.Says.ACCEPTED) {
            return Optional.empty();
        }
        List<AskedRecipient> all = recipients.of(referral.id());
        return all.stream()
                .filter(it -> !it.recipient().equals(answer.recipient()))
                .filter(it -> it.state() == TaskState.ACCEPTED || it.state() == TaskState.IN_PROGRESS)
                .filter(it -> all.stream()
                        .anyMatch(own -> own.recipient().equals(answer.recipient())
                                && own.purpose().equals(it.purpose())))
                .map(AskedRecipient::recipient)
                .findFirst();
    }

    /** A recipient that was asked for several purposes answers them together; one that cannot move stays as it is. */
    private Answered moved(Referral referral, List<AskedRecipient> asked, PartnerId partner, Answer answer) {
        List<Move> moves = asked.stream().map(it -> it.answered(answer)).toList();
        List<AskedRecipient> changed = moves.stream()
                .filter(Move.Moved.class::isInstance)
                .map(move -> ((Move.Moved) move).now())
                .toList();
        if (changed.isEmpty()) {
            return refused(moves.getFirst());
        }
        Instant now = clock.instant();
        changed.forEach(it -> keep(it, now));
        histories.add(
                referral.id(),
                new HistoryEntry(answer.recipient(), answer.state().code(), answer.reason(), partner.value(), now));
        unplaced.keep(referral.id(), partner, answer.unplaced(), now);
        hearing.changed(referral, answer.recipient(), now);
        if (answer.state() == Answer.Says.REJECTED && answer.betterPlace() != null) {
            changed.forEach(it -> onward.declined(referral, it, now));
        }
        return new Answered.Taken(answer.state().state());
    }

    /** While the sender is asked for more it is the sender's time that runs. */
    private void keep(AskedRecipient moved, Instant now) {
        if (moved.state() == TaskState.ON_HOLD) {
            AskedRecipient waiting = moved.answerBy(timetable.informationBy(now));
            recipients.change(waiting, now);
            clocks.wind(waiting, Strikes.ANSWER_DUE, waiting.answerBy());
        } else {
            recipients.change(moved, now);
        }
    }

    private static Answered refused(Move move) {
        return switch (move) {
            case Move.NotFrom(var present) -> new Answered.NotFrom(present);
            case Move.ReasonMissing() -> new Answered.ReasonMissing();
            case Move.Moved(AskedRecipient now) -> new Answered.Taken(now.state());
        };
    }
}
