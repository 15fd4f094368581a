package org.partnerhub.consent.override;

import java.util.List;
import java.util.Set;
import org.partnerhub.contracts.schema.Violation;

/** What became of a proposal to share without consent. */
public sealed interface Authorised {

    /** In force, in the log and in the review queue. */
    record Now(Queued queued) implements Authorised {}

    /**
     * The purpose does not let the caller's role authorise it.
     *
     * @param roles that it does let; none where it lets nobody
     */
    record NotTheirs(Set<String> roles) implements Authorised {
        public NotTheirs {
            roles = Set.copyOf(roles);
        }
    }

    /** The caller's key stands for something else that they authorised. */
    record KeyUsedForAnother() implements Authorised {}

    record Nonsense(List<Violation> violations) implements Authorised {
        public Nonsense {
            violations = List.copyOf(violations);
        }
    }
}
