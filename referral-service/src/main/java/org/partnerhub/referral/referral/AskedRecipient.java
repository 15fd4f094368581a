package org.partnerhub.referral.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.TaskState.Mover;

/**
 * One recipient of a referral: what is asked of it, whether it has been told, and what it says.
 *
 * @param delivery the id under which it is told
 * @param ask which of the referral's asks brought it here, counted from 0
 * @param pathway the row of policy/pathways.yml that chose it
 * @param whyHere that row's sentence
 * @param said what the recipient, or whoever ended it, said last
 * @param informed whether the sender has given more since the recipient asked for it
 * @param attempt the attempt that {@code told} is about; 0 before the first
 * @param missing what a parked delivery waits for
 * @param dueBy when it must have been told
 * @param answerBy when it should have answered
 * @param escalatedTo the role that silence was taken to
 */
public record AskedRecipient(
        DeliveryId delivery,
        ReferralId referral,
        int ask,
        RecipientId recipient,
        Purpose purpose,
        String pathway,
        String whyHere,
        TaskState state,
        Said said,
        boolean informed,
        Delivery told,
        int attempt,
        @Nullable String missing,
        @Nullable Instant dueBy,
        @Nullable Instant answerBy,
        @Nullable String escalatedTo) {

    /** What came of moving it. */
    public sealed interface Move {

        record Moved(AskedRecipient now) implements Move {}

        /** Its present state does not allow it, or not to whoever wants it. */
        record NotFrom(TaskState present) implements Move {}

        /** Task requires a reason. */
        record ReasonMissing() implements Move {}
    }

    /** One that is asked for the first time. */
    public static AskedRecipient fresh(
            ReferralId referral,
            int ask,
            RecipientId recipient,
            Purpose purpose,
            String pathway,
            String whyHere,
            @Nullable Instant dueBy,
            @Nullable Instant answerBy) {
        return new AskedRecipient(
                DeliveryId.fresh(),
                referral,
                ask,
                recipient,
                purpose,
                pathway,
                whyHere,
                TaskState.REQUESTED,
                Said.NOTHING,
                false,
                Delivery.REQUESTED,
                0,
                null,
                dueBy,
                answerBy,
                null);
    }

    /** Moves it as its recipient answers. */
    public Move answered(Answer answer) {
        return moved(answer.state().state(), Mover.RECIPIENT, Said.of(answer));
    }

    /** Moves it as its sender takes it back. */
    public Move cancelled(Cancellation cancellation) {
        TaskState next = cancellation.isMistake() ? TaskState.ENTERED_IN_ERROR : TaskState.CANCELLED;
        return moved(next, Mover.REQUESTER, Said.why(cancellation.reason()));
    }

    /** Moves it as the hub finds that nobody can be reached there. */
    public Move failed(String reason) {
        return moved(TaskState.FAILED, Mover.HUB, Said.why(reason));
    }

    private Move moved(TaskState next, Mover mover, Said words) {
        if (!state.nextBy(mover).contains(next)) {
            return new Move.NotFrom(state);
        }
        String why = words.reason();
        if (next.needsReason() && (why == null || why.isBlank())) {
            return new Move.ReasonMissing();
        }
        return new Move.Moved(with(next, words, false, told, attempt, missing, answerBy, null));
    }

    /** The sender has given what was asked for; it is the recipient's turn again. */
    public AskedRecipient informed(@Nullable Instant answerAgainBy) {
        return state == TaskState.ON_HOLD ? with(state, said, true, told, attempt, missing, answerAgainBy, null) : this;
    }

    /** The time to answer begins now, because it was told only now. */
    public AskedRecipient answerBy(@Nullable Instant by) {
        return with(state, said, informed, told, attempt, missing, by, escalatedTo);
    }

    public AskedRecipient escalated(String role) {
        return with(state, said, informed, told, attempt, missing, answerBy, role);
    }

    /** Whose silence would be too long: the recipient's until it has answered, the sender's while it is asked for more. */
    public Optional<Mover> silent() {
        return switch (state) {
            case REQUESTED -> Optional.of(Mover.RECIPIENT);
            case ON_HOLD -> Optional.of(informed ? Mover.RECIPIENT : Mover.REQUESTER);
            case ACCEPTED, IN_PROGRESS, REJECTED, FAILED, COMPLETED, CANCELLED, ENTERED_IN_ERROR -> Optional.empty();
        };
    }

    /**
     * What an attempt to tell it changed. What was delivered stays delivered, and the news of an older attempt changes
     * nothing: events may come late or twice. What failed because it was given up is asked again by a later attempt.
     */
    public AskedRecipient settled(DisclosureSettled event) {
        Delivery next = Delivery.valueOf(event.outcome().name());
        if (told == Delivery.DELIVERED || isOvertaken(event, next)) {
            return this;
        }
        AskedRecipient asked = wasGivenUp() && isNoGivingUp(next) ? reopened() : this;
        boolean failed = !isNoGivingUp(next) && asked.state == TaskState.REQUESTED;
        return asked.with(
                failed ? TaskState.FAILED : asked.state,
                failed ? Said.why(reasonOf(event, next)) : asked.said,
                informed,
                next,
                event.attempt(),
                event.missing(),
                asked.answerBy,
                next == Delivery.DELIVERED ? null : escalatedTo);
    }

    /** A later attempt speaks, or the recipient itself said that it failed, which it could not without knowing of it. */
    private boolean isOvertaken(DisclosureSettled event, Delivery next) {
        boolean again = event.attempt() == attempt && told == Delivery.GIVEN_UP;
        return event.attempt() < attempt
                || (again && next != Delivery.DELIVERED && next != Delivery.WAITING_IN_MAILBOX)
                || (!isNoGivingUp(next) && state == TaskState.FAILED && mayKnow());
    }

    private static boolean isNoGivingUp(Delivery next) {
        return next != Delivery.GIVEN_UP && next != Delivery.REFUSED;
    }

    /** Whether it failed because the hub gave it up, and for no other reason. */
    private boolean wasGivenUp() {
        return told == Delivery.GIVEN_UP && state == TaskState.FAILED;
    }

    /** Whether, unlike before, it is asked again: the hub takes back that it failed. No state of a task does that by itself. */
    public boolean isReopenedSince(AskedRecipient before) {
        return before.state == TaskState.FAILED && state == TaskState.REQUESTED;
    }

    /** Asked as at first; its time to answer begins when it is told. */
    private AskedRecipient reopened() {
        return with(TaskState.REQUESTED, Said.NOTHING, informed, told, attempt, missing, null, null);
    }

    private static String reasonOf(DisclosureSettled event, Delivery outcome) {
        return event.reason() == null ? outcome.code() : event.reason();
    }

    /** Whether its sender, or the recipient, took it back: nothing more of it is told. */
    public boolean isTakenBack() {
        return state == TaskState.CANCELLED || state == TaskState.ENTERED_IN_ERROR;
    }

    /** Whether its partner knows of the referral; one that was never told may not learn of it by asking. */
    public boolean mayKnow() {
        return told == Delivery.DELIVERED || told == Delivery.WAITING_IN_MAILBOX || told == Delivery.UNKNOWN;
    }

    private AskedRecipient with(
            TaskState nextState,
            Said words,
            boolean nowInformed,
            Delivery nowTold,
            int lastAttempt,
            @Nullable String nowMissing,
            @Nullable Instant nextAnswerBy,
            @Nullable String role) {
        return new AskedRecipient(
                delivery,
                referral,
                ask,
                recipient,
                purpose,
                pathway,
                whyHere,
                nextState,
                words,
                nowInformed,
                nowTold,
                lastAttempt,
                nowMissing,
                dueBy,
                nextAnswerBy,
                nextState.isOver() ? null : role);
    }

    public @Nullable String reason() {
        return said.reason();
    }

    public @Nullable String betterPlace() {
        return said.betterPlace();
    }

    public @Nullable String outcome() {
        return said.outcome();
    }

    /** The categories that the recipient wants to know more about. */
    public List<String> needs() {
        return said.needs();
    }
}
