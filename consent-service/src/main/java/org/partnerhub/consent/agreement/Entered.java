package org.partnerhub.consent.agreement;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of an agreement that an officer entered or changed. */
public sealed interface Entered {

    record Done(KeptAgreement agreement) implements Entered {}

    /** There is one of that reference already; it is changed, not entered again. */
    record ReferenceTaken() implements Entered {}

    record NotFound() implements Entered {}

    /** It is another version by now than the one that was to be changed. */
    record ChangedMeanwhile() implements Entered {}

    record Nonsense(List<Violation> violations) implements Entered {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
