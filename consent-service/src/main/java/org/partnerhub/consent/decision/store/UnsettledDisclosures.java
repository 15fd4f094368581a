package org.partnerhub.consent.decision.store;

import java.time.Clock;
import java.time.Duration;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logs as unknown what nobody told the end of: whoever held the permit was killed between sending and telling. So every permit has an
 * outcome in the log; where the true one is told later, it stands there too.
 */
@Component
class UnsettledDisclosures {

    private final DisclosureLog log;
    private final Permits permits;
    private final Clock clock;
    private final Duration unsettledAfter;

    UnsettledDisclosures(
            DisclosureLog log,
            Permits permits,
            Clock clock,
            @Value("${hub.permit.unsettled-after}") Duration unsettledAfter) {
        this.log = log;
        this.permits = permits;
        this.clock = clock;
        this.unsettledAfter = unsettledAfter;
    }

    @Scheduled(fixedRateString = "${hub.permit.look-every}")
    @Transactional
    public void conclude() {
        permits.neverTold(clock.instant().minus(unsettledAfter)).forEach(this::conclude);
    }

    private void conclude(Permits.NeverTold permit) {
        log.append(EntryDraft.of(EntryKind.DISCLOSURE)
                .with(EntryDraft.SUBJECT, permit.subject())
                .with("recipient", permit.recipient())
                .with("purpose", permit.purpose())
                .with("decision", permit.decision())
                .with("outcome", "unknown")
                .with("reason", "never-told"));
        permits.close(permit.decision(), Outcome.UNKNOWN, clock.instant());
    }
}
