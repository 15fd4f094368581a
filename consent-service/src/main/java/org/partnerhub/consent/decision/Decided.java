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
        DIRECTORY_STALE(
                "directory-stale", "The list of partners cannot be read now; ask again, nothing may go meanwhile."),
        /** It rests on consent, and no checkpoint has been signed for too long. */
        CHECKPOINTS_STOPPED(
                "log-stopped", "The disclosure log is not being sealed; what rests on consent waits until it is."),
        /** Whether the person's whereabouts are protected cannot be asked. */
        PERSON_UNAVAILABLE("person-unavailable", "What is known of the person cannot be asked now; ask again.");

        private final String code;
        private final String remedy;

        Why(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        public String code() {
            return code;
        }

        public String remedy() {
            return remedy;
        }
    }
}
