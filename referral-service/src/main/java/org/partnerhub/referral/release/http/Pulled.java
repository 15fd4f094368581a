package org.partnerhub.referral.release.http;

import org.partnerhub.contracts.decision.DecisionAnswer;

/** What came of a partner's asking for something itself. */
sealed interface Pulled {

    /**
     * It may be told.
     *
     * @param body the JSON that leaves, of which the log keeps the hash
     */
    record Told(String body) implements Pulled {}

    /** It may not. */
    record Refused(DecisionAnswer.Missing missing) implements Pulled {}

    /** Nobody could decide now; nothing left. */
    record Undecided() implements Pulled {}
}
