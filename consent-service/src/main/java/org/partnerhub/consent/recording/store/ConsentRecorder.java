package org.partnerhub.consent.recording.store;

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
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.Happening.What;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.recording.Origin;
import org.partnerhub.consent.recording.Recorded;
import org.partnerhub.consent.recording.RecordingRules;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Records a consent or a refusal: key, row, history, log entry and event in one transaction, serialised with decisions about the person. */
@Component
public class ConsentRecorder {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final ConsentRequests requests;
    private final Aftermath aftermath;
    private final RecordingRules rules;
    private final Clock clock;

    ConsentRecorder(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            ConsentRequests requests,
            Aftermath aftermath,
            RecordingRules rules,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.requests = requests;
        this.aftermath = aftermath;
        this.rules = rules;
        this.clock = clock;
    }

    /** What became of a request that was sent before; absent where the key is new. */
    public Optional<Recorded> before(PartnerId recorder, Origin.ByKey origin) {
        return requests.find(recorder, origin).map(this::again);
    }

    /** Records it, once for each origin. */
    public Recorded record(ConsentTerms terms, PersonFacts subject, PartnerId recorder, Origin origin) {
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
        return Objects.requireNonNull(transaction.execute(status -> {
            lock.exclude(consent.subject());
            return switch (origin) {
                case Origin.ByKey byKey ->
                    requests.take(recorder, byKey, consent.id(), now)
                            ? add(consent, null)
                            : again(requests.find(recorder, byKey).orElseThrow());
                case Origin.InReferral(var referral) ->
                    consents.find(referral).<Recorded>map(Recorded.Before::new).orElseGet(() -> add(consent, referral));
            };
        }));
    }

    private Recorded again(ConsentRequests.Used used) {
        return used.isSameBody()
                ? new Recorded.Before(consents.find(used.consent()).orElseThrow())
                : new Recorded.KeyUsedForOtherBody();
    }

    private Recorded add(ConsentRecord consent, @Nullable ReferralId referral) {
        ConsentsOfSubject before = consents.of(consent.subject());
        consents.add(consent, referral);
        EntryKind kind = consent.isGiven() ? EntryKind.CONSENT_GIVEN : EntryKind.CONSENT_REFUSED;
        aftermath.said(
                consent,
                before,
                consent.isGiven() ? What.GIVEN : What.REFUSED,
                consent.recordedBy(),
                null,
                ConsentEntry.of(kind, consent, consent.recordedBy()));
        return new Recorded.Now(consent);
    }
}
