package org.partnerhub.consent.rights;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of what an officer wanted done with a request. */
public sealed interface Handled {

    record Done(RightsRequest request) implements Handled {}

    record NotFound() implements Handled {}

    /** Somebody changed it since the version that this officer read. */
    record ChangedMeanwhile() implements Handled {}

    /** It has been answered. */
    record Closed() implements Handled {}

    record Nonsense(List<Violation> violations) implements Handled {
        public Nonsense {
            violations = List.copyOf(violations);
        }

        public static Nonsense of(String pointer, String remedy) {
            return new Nonsense(List.of(new Violation(pointer, remedy)));
        }
    }
}
