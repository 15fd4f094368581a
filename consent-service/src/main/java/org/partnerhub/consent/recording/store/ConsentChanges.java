package org.partnerhub.consent.recording.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.Happening.What;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.recording.Changed;
import org.partnerhub.consent.recording.Narrowing;
import org.partnerhub.consent.recording.RecordingRules;
import org.partnerhub.consent.recording.Renewal;
import org.partnerhub.consent.recording.Told;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Renews and narrows: the next version of a consent, its history, log entry and event in one transaction under the person's lock. */
@Component
public class ConsentChanges {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final Aftermath aftermath;
    private final RecordingRules rules;
    private final Clock clock;

    ConsentChanges(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            Aftermath aftermath,
            RecordingRules rules,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.aftermath = aftermath;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Renews it.
     *
     * @param birthDate of the person whom it is about, where it is known
     */
    public Changed renew(ConsentId id, Renewal renewal, @Nullable LocalDate birthDate, PartnerId through) {
        return change(id, (consent, now) -> {
            LocalDate today = day(now);
            ConsentTerms terms = RecordingRules.asTheyCanHold(renewal.of(consent, today), birthDate);
            if (terms.equals(consent.terms())) {
                return new Changed.Done(consent);
            }
            List<Violation> violations = rules.violations(renewal, consent, birthDate, today);
            if (!violations.isEmpty()) {
                return new Changed.Nonsense(violations);
            }
            ConsentRecord next = consent.under(terms, now);
            ConsentsOfSubject before = consents.of(next.subject());
            consents.change(next);
            aftermath.said(
                    next,
                    before,
                    What.RENEWED,
                    through,
                    null,
                    ConsentEntry.of(EntryKind.CONSENT_RENEWED, next, through));
            return new Changed.Done(next);
        });
    }

    public Changed narrow(ConsentId id, Narrowing narrowing, Told told) {
        return change(id, (consent, now) -> {
            if (narrowing.leavesAsItIs(consent.terms())) {
                return new Changed.Done(consent);
            }
            List<Violation> violations = rules.violations(narrowing, consent, day(now));
            if (!violations.isEmpty()) {
                return new Changed.Nonsense(violations);
            }
            ConsentRecord next = consent.under(narrowing.of(consent.terms(), day(now)), now);
            ConsentsOfSubject before = consents.of(next.subject());
            consents.change(next);
            aftermath.said(
                    next,
                    before,
                    What.NARROWED,
                    told.partner(),
                    told.saidAt(),
                    ConsentEntry.of(EntryKind.CONSENT_NARROWED, next, told.partner())
                            .with("capacity", told.capacity().code())
                            .with("reason", told.reason())
                            .with("said-at", told.saidAt()));
            return new Changed.Done(next);
        });
    }

    private interface Change {
        Changed of(ConsentRecord consent, Instant now);
    }

    private Changed change(ConsentId id, Change change) {
        return Objects.requireNonNull(transaction.execute(status -> consents.find(id)
                .map(found -> {
                    lock.exclude(found.subject());
                    ConsentRecord consent = consents.find(id).orElseThrow();
                    if (!consent.isGiven()) {
                        return new Changed.IsARefusal();
                    }
                    return consent.isWithdrawn()
                            ? new Changed.IsWithdrawn()
                            : change.of(consent, clock.instant().truncatedTo(ChronoUnit.MICROS));
                })
                .orElseGet(Changed.NotFound::new)));
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ConsentRecord.ENGLAND).toLocalDate();
    }
}
