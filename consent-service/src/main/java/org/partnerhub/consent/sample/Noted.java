package org.partnerhub.consent.sample;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of a finding that an officer sent. */
public sealed interface Noted {

    record Done(Finding finding) implements Noted {}

    /** There is no such sample, or it does not have such an entry. */
    record NotFound() implements Noted {}

    /** Somebody recorded another since the version that this officer read. */
    record ChangedMeanwhile() implements Noted {}

    record Nonsense(List<Violation> violations) implements Noted {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
