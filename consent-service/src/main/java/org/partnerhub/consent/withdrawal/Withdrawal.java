package org.partnerhub.consent.withdrawal;

import java.time.Instant;
import java.util.List;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;

/** What became of a withdrawal. */
public sealed interface Withdrawal {

    /**
     * Nothing leaves in reliance on the consent from now on.
     *
     * @param holdings what was sent before, or may have been
     */
    record Acknowledged(ConsentId consent, Instant at, List<Holding> holdings) implements Withdrawal {
        public Acknowledged {
            holdings = List.copyOf(holdings);
        }
    }

    /** No new permit relies on it any more, but one is still open; ask again. */
    record NotYet() implements Withdrawal {}

    /** There is no such consent, or it is none of the caller's. */
    record NotFound() implements Withdrawal {}

    /** A refusal cannot be withdrawn; a later consent replaces it. */
    record IsARefusal() implements Withdrawal {}
}
