package org.partnerhub.consent.release;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of a release. */
public sealed interface Released {

    /** In force and in the log; what was parked for it goes on. */
    record Now(ReleaseRecord release) implements Released {}

    record Nonsense(List<Violation> violations) implements Released {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
