package org.partnerhub.referral.release.http;

import java.time.Instant;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.DecisionId;

/** What came of a partner's asking for something itself. */
sealed interface Pulled {

    /**
     * It may be told.
     *
     * @param leaving what leaves, of which the log keeps the hash
     * @param until when the permit ends: after that nothing may begin to leave
     * @param request what was decided
     * @param decision the entry of the log
     */
    record Told(Leaving leaving, Instant until, DecisionRequest request, DecisionId decision) implements Pulled {}

    /** It may not. */
    record Refused(DecisionAnswer.Missing missing) implements Pulled {}

    /** Nobody could decide now; nothing left. */
    record Undecided() implements Pulled {}
}
