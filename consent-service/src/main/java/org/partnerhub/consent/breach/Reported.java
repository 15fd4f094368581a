package org.partnerhub.consent.breach;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of the wish for a report. */
public sealed interface Reported {

    record Done(BreachReport report) implements Reported {}

    record Nonsense(List<Violation> violations) implements Reported {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
