package org.partnerhub.consent.ending;

import java.time.Instant;
import java.util.List;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;

/** How far the ending of a consent has come. */
public sealed interface Ended {

    /**
     * Nothing leaves in reliance on what ended from now on.
     *
     * @param holdings what was sent before, or may have been
     */
    record Acknowledged(ConsentId consent, Instant at, List<Holding> holdings) implements Ended {
        public Acknowledged {
            holdings = List.copyOf(holdings);
        }
    }

    /** No new permit relies on it any more, but one is still open; ask again. */
    record NotYet() implements Ended {}
}
