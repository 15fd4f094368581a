package org.partnerhub.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;

/** What notification-service says became of a delivery. */
final class Settled {

    private Settled() {}

    static DisclosureSettled as(Outcome outcome, DisclosureRequested asked) {
        return as(outcome, asked, 1, null);
    }

    static DisclosureSettled as(Outcome outcome, DisclosureRequested asked, int attempt, @Nullable String missing) {
        return new DisclosureSettled(
                asked.request(),
                attempt,
                asked.source(),
                asked.subject(),
                asked.recipient(),
                asked.purpose(),
                null,
                outcome,
                null,
                missing,
                null,
                Instant.now());
    }
}
