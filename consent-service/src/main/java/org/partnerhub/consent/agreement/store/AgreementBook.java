package org.partnerhub.consent.agreement.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.AgreementRules;
import org.partnerhub.consent.agreement.Entered;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters and changes agreements, each with its entry in the log and its event. */
@Component
public class AgreementBook {

    private final Agreements agreements;
    private final AgreementRules rules;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final Clock clock;

    AgreementBook(Agreements agreements, AgreementRules rules, DisclosureLog log, Outbox outbox, Clock clock) {
        this.agreements = agreements;
        this.rules = rules;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Adds the demonstration's own whose reference is new. */
    @Transactional
    public void add(List<Agreement> demonstration) {
        demonstration.forEach(agreement -> add(new KeptAgreement(agreement, 1, now(), null)));
    }

    @Transactional
    public Entered enter(Agreement agreement, String officer) {
        List<Violation> violations = rules.violations(agreement);
        if (!violations.isEmpty()) {
            return new Entered.Nonsense(violations);
        }
        KeptAgreement kept = new KeptAgreement(agreement, 1, now(), officer);
        return add(kept) ? new Entered.Done(kept) : new Entered.ReferenceTaken();
    }

    /**
     * Changes it; the same once more changes nothing. Decisions from now on go by it, and permits of the last 20 seconds end.
     *
     * @param version that the officer had before them; absent where any may be changed
     */
    @Transactional
    public Entered change(Agreement agreement, @Nullable Integer version, String reason, String officer) {
        Optional<KeptAgreement> found = agreements.find(agreement.reference());
        if (found.isEmpty()) {
            return new Entered.NotFound();
        }
        if (found.get().agreement().equals(agreement)) {
            return new Entered.Done(found.get());
        }
        if (version != null && version != found.get().version()) {
            return new Entered.ChangedMeanwhile();
        }
        List<Violation> violations = rules.violations(agreement);
        if (!violations.isEmpty()) {
            return new Entered.Nonsense(violations);
        }
        KeptAgreement next = new KeptAgreement(agreement, found.get().version() + 1, now(), officer);
        if (!agreements.change(next)) {
            return change(agreement, version, reason, officer);
        }
        note(next, reason);
        return new Entered.Done(next);
    }

    private boolean add(KeptAgreement kept) {
        boolean added = agreements.add(kept);
        if (added) {
            note(kept, null);
        }
        return added;
    }

    private void note(KeptAgreement kept, @Nullable String reason) {
        log.append(entry(kept, reason));
        outbox.publish(new HubEvent.AgreementChanged(kept.agreement().partner()));
    }

    private static EntryDraft entry(KeptAgreement kept, @Nullable String reason) {
        Agreement agreement = kept.agreement();
        return EntryDraft.of(EntryKind.AGREEMENT_CHANGED)
                .with("agreement", agreement.reference())
                .with("version", kept.version())
                .with("partner", agreement.partner())
                .with("purposes", agreement.purposes().stream().map(Purpose::value))
                .with("categories", agreement.categories().stream().map(Category::code))
                .with("from", agreement.from())
                .with("until", agreement.until())
                .with("review-on", agreement.reviewOn())
                .with("officer", kept.recordedBy())
                .with("reason", reason);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
