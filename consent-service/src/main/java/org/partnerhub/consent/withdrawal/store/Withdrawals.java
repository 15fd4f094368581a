package org.partnerhub.consent.withdrawal.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.ending.Ending;
import org.partnerhub.consent.ending.EndingId;
import org.partnerhub.consent.ending.store.Barrier;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.withdrawal.Withdrawal;
import org.partnerhub.consent.withdrawal.WithdrawnBy;
import org.partnerhub.contracts.identity.ConsentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a consent back: stops new permits on it, and answers once the barrier stands. */
@Component
public class Withdrawals {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final Barrier barrier;
    private final DisclosureLog log;
    private final KnownDirectory directory;
    private final Clock clock;

    Withdrawals(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            Barrier barrier,
            DisclosureLog log,
            KnownDirectory directory,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.barrier = barrier;
        this.log = log;
        this.directory = directory;
        this.clock = clock;
    }

    /** Withdraws; a second time answers like the first. Takes up to 25 seconds. */
    public Withdrawal withdraw(ConsentId id, WithdrawnBy by) {
        Optional<ConsentRecord> found = consents.find(id).filter(consent -> concerns(consent, by));
        if (found.isEmpty()) {
            return new Withdrawal.NotFound();
        }
        ConsentRecord consent = found.get();
        if (!consent.isGiven()) {
            return new Withdrawal.IsARefusal();
        }
        EndingId ending = Objects.requireNonNull(transaction.execute(status -> stop(consent, by)));
        return new Withdrawal.Stopped(barrier.await(ending));
    }

    /** No decision after this relies on the consent; those before it have their permits on record. */
    private EndingId stop(ConsentRecord consent, WithdrawnBy by) {
        lock.exclude(consent.subject());
        if (!consents.withdraw(consent.id(), clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            return barrier.withdrawalOf(consent.id()).orElseThrow();
        }
        log.append(EntryDraft.of(EntryKind.CONSENT_WITHDRAWN)
                .with(EntryDraft.SUBJECT, consent.subject())
                .with(EntryDraft.SOURCE, "consent/" + consent.id())
                .with("capacity", by.capacity().code())
                .with("reason", by.reason())
                .with("said-at", by.saidAt())
                .with("recorded-by", by.partner()));
        return barrier.stop(Ending.withdrawn(consent.id(), consent.subject()));
    }

    /** Whoever recorded it, and whoever may get something because of it. */
    private boolean concerns(ConsentRecord consent, WithdrawnBy by) {
        return consent.recordedBy().equals(by.partner())
                || directory.operatedBy(by.partner()).stream().anyMatch(consent::reaches);
    }
}
