package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How far a referral is with one recipient, in the codes of FHIR's Task, and where it may go from there, moved by whom. */
public enum TaskState {
    REQUESTED,
    ACCEPTED,
    REJECTED,
    IN_PROGRESS,
    /** The recipient needs to know more. */
    ON_HOLD,
    FAILED,
    COMPLETED,
    CANCELLED,
    ENTERED_IN_ERROR;

    /** Who moves a referral. */
    public enum Mover {
        /** The sender. */
        REQUESTER,
        RECIPIENT,
        /** The hub itself: what could not be delivered has failed. */
        HUB
    }

    /** The states that it may be moved to next; none where it is over. */
    public Set<TaskState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(ACCEPTED, REJECTED, ON_HOLD, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case ON_HOLD -> Set.of(ACCEPTED, REJECTED, IN_PROGRESS, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case ACCEPTED -> Set.of(IN_PROGRESS, COMPLETED, ON_HOLD, REJECTED, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case IN_PROGRESS -> Set.of(COMPLETED, ON_HOLD, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case REJECTED, FAILED, COMPLETED, CANCELLED, ENTERED_IN_ERROR -> Set.of();
        };
    }

    /** Who may move it into this state, as FHIR's Task has it: either side may cancel. */
    public Set<Mover> movers() {
        return switch (this) {
            case REQUESTED, ENTERED_IN_ERROR -> Set.of(Mover.REQUESTER);
            case ACCEPTED, REJECTED, IN_PROGRESS, ON_HOLD, COMPLETED -> Set.of(Mover.RECIPIENT);
            case FAILED -> Set.of(Mover.RECIPIENT, Mover.HUB);
            case CANCELLED -> Set.of(Mover.REQUESTER, Mover.RECIPIENT);
        };
    }

    /** The states that somebody may move it to next. */
    public Set<TaskState> nextBy(Mover mover) {
        return next().stream().filter(state -> state.movers().contains(mover)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing more can happen. */
    public boolean isOver() {
        return next().isEmpty();
    }

    /** Whether a state must say why; Task requires a reason for these. */
    public boolean needsReason() {
        return switch (this) {
            case REJECTED, ON_HOLD, FAILED, CANCELLED -> true;
            case REQUESTED, ACCEPTED, IN_PROGRESS, COMPLETED, ENTERED_IN_ERROR -> false;
        };
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where Task has no such code
     */
    @JsonCreator
    public static TaskState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
