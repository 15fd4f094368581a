package org.partnerhub.consent.pack;

import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/** What became of an officer's settlement of a piece, or of the wish for a pack. */
public sealed interface Settled {

    record Done() implements Settled {}

    /** There is no such request or piece. */
    record NotFound() implements Settled {}

    record ChangedMeanwhile() implements Settled {}

    /** The request has been answered, or asks for something else than access. */
    record Closed() implements Settled {}

    /**
     * Pieces wait to be settled, or nothing has been gathered.
     *
     * @param pieces how many
     */
    record NotYet(long pieces) implements Settled {}

    record Nonsense(List<Violation> violations) implements Settled {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
