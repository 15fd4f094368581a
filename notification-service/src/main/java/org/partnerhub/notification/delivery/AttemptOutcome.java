package org.partnerhub.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.identity.DecisionId;

/** What one attempt came to. Reasons are stable codes, never a partner's or an exception's text. */
public sealed interface AttemptOutcome {

    /**
     * The partner has it.
     *
     * @param contentHash lower-case hex SHA-256 of what was sent
     * @param acknowledgement what the partner answered, cut down to a reference
     */
    record Delivered(
            Decided decided, String contentHash, @Nullable String acknowledgement) implements AttemptOutcome {}

    /** The recipient answered that it will never take this. */
    record TurnedAway(Decided decided, String contentHash, String reason) implements AttemptOutcome {}

    /**
     * It may or may not have arrived.
     *
     * @param retryAfter how long the recipient asked to be left alone, where it did
     */
    record Unknown(
            Decided decided,
            String contentHash,
            String reason,
            @Nullable Duration retryAfter) implements AttemptOutcome {}

    /**
     * Nothing arrived.
     *
     * @param fault whose it was
     * @param retryAfter how long the recipient asked to be left alone, where it did
     */
    record Failed(
            Decided decided,
            String reason,
            Fault fault,
            @Nullable Duration retryAfter) implements AttemptOutcome {}

    /** What was to be said is no more; nothing will bring it back. */
    record Gone(Decided decided, String reason) implements AttemptOutcome {}

    /** The decision was against it. */
    record NotPermitted(
            DecisionId decision, Missing missing, @Nullable String reason) implements AttemptOutcome {}

    /** Nothing was decided, let alone sent: a part of the hub could not be asked. */
    record Postponed(String reason) implements AttemptOutcome {}

    /** Whose fault a failure is: only a recipient's own opens its circuit. */
    enum Fault {
        RECIPIENT,
        HUB
    }
}
