package org.partnerhub.consent.decision.store;

import java.time.Clock;
import java.util.Locale;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends how an attempt ended, naming its decision, and closes its permit. */
@Component
public class Settlements {

    private final DisclosureLog log;
    private final Permits permits;
    private final Clock clock;

    Settlements(DisclosureLog log, Permits permits, Clock clock) {
        this.log = log;
        this.permits = permits;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(DisclosureSettled settled) {
        log.append(EntryDraft.of(EntryKind.DISCLOSURE)
                .with(EntryDraft.SUBJECT, settled.subject())
                .with(EntryDraft.SOURCE, settled.source())
                .with("recipient", settled.recipient())
                .with("purpose", settled.purpose())
                .with("delivery", settled.delivery())
                .with("attempt", settled.attempt())
                .with("decision", settled.decision())
                .with(
                        "outcome",
                        settled.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with("content-hash", settled.contentHash())
                .with("missing", settled.missing())
                .with("reason", settled.reason())
                .with("settled-at", settled.settledAt()));
        if (settled.decision() != null) {
            permits.close(settled.decision(), settled.outcome(), clock.instant());
        }
    }
}
