package org.partnerhub.consent.decision;

import org.partnerhub.contracts.decision.DecisionAnswer;

/** What became of a question. */
public sealed interface Decided {

    /** Decided and in the log. */
    record Answered(DecisionAnswer answer) implements Decided {}

    /** Not decided, so nothing may go; the same question may be asked again soon. */
    record NotNow(Why why) implements Decided {}

    /** Why there is no decision. */
    enum Why {
        /** The list of partners and recipients is too old to rely on. */
        DIRECTORY_STALE,
        /** It rests on consent, and no checkpoint has been signed for too long. */
        CHECKPOINTS_STOPPED,
        /** Whether the person's whereabouts are protected cannot be asked. */
        PERSON_UNAVAILABLE
    }
}
