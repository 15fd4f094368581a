package org.partnerhub.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * One recipient of a referral: what is asked of it, whether it has been told, and what it says.
 *
 * @param delivery the id under which it is told
 * @param pathway the row of policy/pathways.yml that chose it
 * @param whyHere that row's sentence
 * @param reason a stable code, where the state must say why
 * @param message the recipient's last words to the referrer
 * @param attempt the attempt that {@code told} is about; 0 before the first
 * @param missing what a parked delivery waits for
 * @param dueBy when it must have been told
 * @param answerBy when it should have answered
 */
public record AskedRecipient(
        DeliveryId delivery,
        ReferralId referral,
        RecipientId recipient,
        Purpose purpose,
        String pathway,
        String whyHere,
        TaskState state,
        @Nullable String reason,
        @Nullable String betterPlace,
        @Nullable String outcome,
        @Nullable String message,
        Delivery told,
        int attempt,
        @Nullable String missing,
        @Nullable Instant dueBy,
        @Nullable Instant answerBy) {

    /** What came of moving it. */
    public sealed interface Move {
        record Moved(AskedRecipient now) implements Move {}

        /** Its present state does not allow it. */
        record NotFrom(TaskState present) implements Move {}

        /** Task requires a reason. */
        record ReasonMissing() implements Move {}
    }

    /** Moves it as its recipient answers. */
    public Move answered(Answer answer) {
        TaskState next = answer.state().state();
        if (!state.next().contains(next)) {
            return new Move.NotFrom(state);
        }
        String why = answer.reason();
        if (next.needsReason() && (why == null || why.isBlank())) {
            return new Move.ReasonMissing();
        }
        return new Move.Moved(new AskedRecipient(
                delivery,
                referral,
                recipient,
                purpose,
                pathway,
                whyHere,
                next,
                why,
                answer.betterPlace(),
                answer.outcome(),
                answer.message(),
                told,
                attempt,
                missing,
                dueBy,
                answerBy));
    }

    /**
     * What an attempt to tell it changed. What was delivered stays delivered, and the news of an older attempt changes
     * nothing: events may come late or twice.
     */
    public AskedRecipient settled(DisclosureSettled event) {
        Delivery next = Delivery.valueOf(event.outcome().name());
        if (told == Delivery.DELIVERED || event.attempt() < attempt) {
            return this;
        }
        boolean unreachable = next == Delivery.GIVEN_UP || next == Delivery.REFUSED;
        boolean failed = unreachable && state == TaskState.REQUESTED;
        return new AskedRecipient(
                delivery,
                referral,
                recipient,
                purpose,
                pathway,
                whyHere,
                failed ? TaskState.FAILED : state,
                failed ? reasonOf(event, next) : reason,
                betterPlace,
                outcome,
                message,
                next,
                event.attempt(),
                event.missing(),
                dueBy,
                answerBy);
    }

    private static String reasonOf(DisclosureSettled event, Delivery outcome) {
        return event.reason() == null ? outcome.code() : event.reason();
    }

    /** Whether its partner knows of the referral; one that was never told may not learn of it by asking. */
    public boolean mayKnow() {
        return told == Delivery.DELIVERED || told == Delivery.WAITING_IN_MAILBOX || told == Delivery.UNKNOWN;
    }
}
