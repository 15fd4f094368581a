package org.partnerhub.consent.withdrawal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.consent.store.PersonLock;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.consent.withdrawal.Withdrawal;
import org.partnerhub.consent.withdrawal.WithdrawnBy;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The two transactions of a withdrawal, before and after the wait. */
@Component
class WithdrawalSteps {

    private final PersonLock lock;
    private final Consents consents;
    private final Permits permits;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final Clock clock;

    WithdrawalSteps(
            PersonLock lock, Consents consents, Permits permits, DisclosureLog log, Outbox outbox, Clock clock) {
        this.lock = lock;
        this.consents = consents;
        this.permits = permits;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** No decision after this relies on the consent; those before it have their permits on record. */
    @Transactional
    void stop(ConsentRecord consent, WithdrawnBy by) {
        lock.exclude(consent.subject());
        if (consents.withdraw(consent.id(), now())) {
            log.append(EntryDraft.of(EntryKind.CONSENT_WITHDRAWN)
                    .with(EntryDraft.SUBJECT, consent.subject())
                    .with(EntryDraft.SOURCE, "consent/" + consent.id())
                    .with("capacity", by.capacity().code())
                    .with("reason", by.reason())
                    .with("said-at", by.saidAt())
                    .with("recorded-by", by.partner()));
        }
    }

    /** Once only: tells the holders. Every time: answers what they hold. */
    @Transactional
    Withdrawal acknowledge(ConsentRecord consent) {
        Instant now = now();
        List<Holding> holdings = permits.holdings(consent.subject(), consent.id());
        if (consents.acknowledge(consent.id(), now)) {
            log.append(EntryDraft.of(EntryKind.WITHDRAWAL_ACKNOWLEDGED)
                    .with(EntryDraft.SUBJECT, consent.subject())
                    .with(EntryDraft.SOURCE, "consent/" + consent.id())
                    .with(
                            "holders",
                            holdings.stream().map(it -> it.recipient().value()).distinct()));
            outbox.publish(new HubEvent.ConsentWithdrawn(consent.id(), consent.subject(), holdings));
        }
        return new Withdrawal.Acknowledged(consent.id(), consents.acknowledgedAt(consent.id()), holdings);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
