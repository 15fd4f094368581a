package org.partnerhub.consent.consent.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.Recorded;
import org.partnerhub.consent.consent.RecordingRules;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records a consent or a refusal: row, log entry and event in one transaction, serialised with decisions about the person. */
@Component
public class ConsentRecorder {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final RecordingRules rules;
    private final Clock clock;

    ConsentRecorder(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            DisclosureLog log,
            Outbox outbox,
            RecordingRules rules,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.log = log;
        this.outbox = outbox;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Records it.
     *
     * @param referral the referral that it came with: one consent for each, however often it is sent
     */
    public Recorded record(ConsentTerms terms, PersonFacts subject, PartnerId recorder, @Nullable ReferralId referral) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = now.atZone(ConsentRecord.ENGLAND).toLocalDate();
        List<Violation> violations = rules.violations(terms, subject.birthDate(), today);
        if (!violations.isEmpty()) {
            return new Recorded.Nonsense(violations);
        }
        ConsentRecord consent = new ConsentRecord(
                ConsentId.fresh(),
                subject.person(),
                RecordingRules.asTheyCanHold(terms, subject.birthDate()),
                recorder,
                now,
                null);
        return Objects.requireNonNull(transaction.execute(status -> add(consent, referral)));
    }

    private Recorded add(ConsentRecord consent, @Nullable ReferralId referral) {
        lock.exclude(consent.subject());
        Optional<ConsentRecord> before = Optional.ofNullable(referral).flatMap(consents::find);
        if (before.isPresent()) {
            return new Recorded.Before(before.get());
        }
        consents.add(consent, referral);
        log.append(entry(consent));
        outbox.publish(
                consent.isGiven()
                        ? new HubEvent.ConsentGiven(consent.id(), consent.subject())
                        : new HubEvent.ConsentRefused(consent.id(), consent.subject()));
        return new Recorded.Now(consent);
    }

    private static EntryDraft entry(ConsentRecord consent) {
        ConsentTerms terms = consent.terms();
        return EntryDraft.of(consent.isGiven() ? EntryKind.CONSENT_GIVEN : EntryKind.CONSENT_REFUSED)
                .with(EntryDraft.SUBJECT, consent.subject())
                .with(EntryDraft.SOURCE, "consent/" + consent.id())
                .with("capacity", terms.givenBy().capacity().code())
                .with("purposes", terms.purposes().stream().map(Purpose::value))
                .with("recipient-kinds", terms.recipients().kinds().stream())
                .with("recipients", terms.recipients().ids().stream().map(Object::toString))
                .with("categories", terms.categories().stream().map(Category::code))
                .with("from", terms.from())
                .with("until", terms.until())
                .with("recorded-by", consent.recordedBy());
    }
}
