package org.partnerhub.consent.recording;

import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.contracts.schema.Violation;

/** What became of a renewal or a narrowing. */
public sealed interface Changed {

    /** In force as it is now; sent a second time, it changes nothing and is answered like the first. */
    record Done(ConsentRecord consent) implements Changed {}

    /** There is no such consent, or it is none of the caller's. */
    record NotFound() implements Changed {}

    /** A refusal is neither renewed nor narrowed; a later consent replaces it. */
    record IsARefusal() implements Changed {}

    record IsWithdrawn() implements Changed {}

    record Nonsense(List<Violation> violations) implements Changed {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
