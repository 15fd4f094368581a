package org.partnerhub.consent.consent;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of a consent that somebody wants recorded. */
public sealed interface Recorded {

    record Now(ConsentRecord consent) implements Recorded {}

    /** It came with a referral whose consent was recorded earlier. */
    record Before(ConsentRecord consent) implements Recorded {}

    record Nonsense(List<Violation> violations) implements Recorded {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
