package org.partnerhub.referral.referral.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Answer;
import org.partnerhub.referral.referral.Answered;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.AskedRecipient.Move;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Referral;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes what recipients answer: state, history and the word to the referrer in one transaction. */
@Component
public class Answers {

    private final Referrals referrals;
    private final AskedRecipients recipients;
    private final Histories histories;
    private final Feedbacks feedbacks;
    private final KnownDirectory directory;
    private final TransactionOperations transaction;
    private final Clock clock;

    Answers(
            Referrals referrals,
            AskedRecipients recipients,
            Histories histories,
            Feedbacks feedbacks,
            KnownDirectory directory,
            TransactionOperations transaction,
            Clock clock) {
        this.referrals = referrals;
        this.recipients = recipients;
        this.histories = histories;
        this.feedbacks = feedbacks;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What came of an answer that a partner gave for a recipient that it runs. */
    public Answered take(ReferralId id, PartnerId partner, Answer answer) {
        return transaction.execute(status -> {
            Optional<Referral> referral = referrals.find(id);
            boolean runsIt = directory.required().operatedBy(partner).stream()
                    .anyMatch(recipient -> recipient.id().equals(answer.recipient()));
            if (referral.isEmpty() || !runsIt) {
                return new Answered.NotYours();
            }
            List<AskedRecipient> asked = recipients.held(id, answer.recipient()).stream()
                    .filter(AskedRecipient::mayKnow)
                    .toList();
            return asked.isEmpty() ? new Answered.NotYours() : moved(referral.get(), asked, partner, answer);
        });
    }

    /** A recipient that was asked for several purposes answers them together; one that cannot move stays as it is. */
    private Answered moved(Referral referral, List<AskedRecipient> asked, PartnerId partner, Answer answer) {
        List<Move> moves = asked.stream().map(it -> it.answered(answer)).toList();
        Instant now = clock.instant();
        boolean any = false;
        for (Move move : moves) {
            if (move instanceof Move.Moved(AskedRecipient changed)) {
                recipients.change(changed, now);
                any = true;
            }
        }
        if (!any) {
            return refused(moves.getFirst());
        }
        histories.add(
                referral.id(),
                new HistoryEntry(answer.recipient(), answer.state().code(), answer.reason(), partner.value(), now));
        feedbacks.tellReferrer(referral, answer.recipient(), now);
        return new Answered.Taken(answer.state().state());
    }

    private static Answered refused(Move move) {
        return switch (move) {
            case Move.NotFrom(var present) -> new Answered.NotFrom(present);
            case Move.ReasonMissing() -> new Answered.ReasonMissing();
            case Move.Moved(AskedRecipient now) -> new Answered.Taken(now.state());
        };
    }
}
