package org.partnerhub.consent.recording;

import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.contracts.schema.Violation;

/** What became of a consent that somebody wants recorded. */
public sealed interface Recorded {

    record Now(ConsentRecord consent) implements Recorded {}

    /** It was recorded earlier: it came with the same referral, or under the same key. */
    record Before(ConsentRecord consent) implements Recorded {}

    record KeyUsedForOtherBody() implements Recorded {}

    record Nonsense(List<Violation> violations) implements Recorded {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
