package org.partnerhub.consent.sample;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of the wish for a sample. */
public sealed interface Drawn {

    record Done(Sample sample) implements Drawn {}

    record Nonsense(List<Violation> violations) implements Drawn {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
