package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** How far a referral is with one recipient, in the codes of FHIR's Task, and where it may go from there. */
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

    /** The states that the recipient or the sender may move it to next; none where it is over. */
    public Set<TaskState> next() {
        return switch (this) {
            case REQUESTED -> Set.of(ACCEPTED, REJECTED, ON_HOLD, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case ON_HOLD -> Set.of(ACCEPTED, REJECTED, IN_PROGRESS, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case ACCEPTED -> Set.of(IN_PROGRESS, COMPLETED, ON_HOLD, REJECTED, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case IN_PROGRESS -> Set.of(COMPLETED, ON_HOLD, FAILED, CANCELLED, ENTERED_IN_ERROR);
            case REJECTED, FAILED, COMPLETED, CANCELLED, ENTERED_IN_ERROR -> Set.of();
        };
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
