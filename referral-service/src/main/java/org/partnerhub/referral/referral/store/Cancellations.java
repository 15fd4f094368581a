package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.referral.Acted;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.AskedRecipient.Move;
import org.partnerhub.referral.referral.Cancellation;
import org.partnerhub.referral.referral.FollowUp.Says;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Referral;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes referrals back: nothing more of them is told, and those who have one hear of it. */
@Component
public class Cancellations {

    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Questions questions;
    private final Histories histories;
    private final FollowUps followUps;
    private final Hearing hearing;
    private final TransactionOperations transaction;
    private final Clock clock;

    Cancellations(
            Referrals referrals,
            AskedRecipients recipients,
            Questions questions,
            Histories histories,
            FollowUps followUps,
            Hearing hearing,
            TransactionOperations transaction,
            Clock clock) {
        this.referrals = referrals;
        this.recipients = recipients;
        this.questions = questions;
        this.histories = histories;
        this.followUps = followUps;
        this.hearing = hearing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of a partner's taking back. */
    public Acted take(ReferralId id, PartnerId partner, Cancellation cancellation) {
        return transaction.execute(status -> {
            Optional<Referral> referral =
                    referrals.held(id).filter(it -> it.sender().equals(partner));
            if (referral.isEmpty()) {
                return new Acted.NotYours();
            }
            List<AskedRecipient> meant = recipients.held(id).stream()
                    .filter(it ->
                            cancellation.recipient() == null || it.recipient().equals(cancellation.recipient()))
                    .toList();
            if (meant.isEmpty() && cancellation.recipient() != null) {
                return new Acted.NotYours();
            }
            return takenBack(referral.get(), meant, cancellation);
        });
    }

    private Acted takenBack(Referral referral, List<AskedRecipient> meant, Cancellation cancellation) {
        Instant now = clock.instant();
        List<OpenQuestion> open = cancellation.recipient() == null ? questions.of(referral.id()) : List.of();
        List<AskedRecipient> moved = meant.stream()
                .map(it -> it.cancelled(cancellation))
                .filter(Move.Moved.class::isInstance)
                .map(move -> ((Move.Moved) move).now())
                .toList();
        if (moved.isEmpty() && open.isEmpty()) {
            return new Acted.Over(meant);
        }
        moved.forEach(it -> recipients.change(it, now));
        moved.forEach(it -> told(referral, it, cancellation, now));
        for (OpenQuestion question : open) {
            questions.settled(question.id(), referral.sender().value(), now);
            histories.add(
                    referral.id(),
                    new HistoryEntry(
                            null,
                            "question-withdrawn",
                            question.missing(),
                            referral.sender().value(),
                            now));
        }
        return new Acted.Done(
                recipients.of(referral.id()), questions.of(referral.id()).size());
    }

    private void told(Referral referral, AskedRecipient taken, Cancellation cancellation, Instant now) {
        histories.add(
                referral.id(),
                new HistoryEntry(
                        taken.recipient(),
                        taken.state().code(),
                        cancellation.reason(),
                        referral.sender().value(),
                        now));
        followUps.tell(referral, taken, Says.TAKEN_BACK, cancellation.reason(), now);
        hearing.changed(referral, taken.recipient(), now);
    }
}
