package org.partnerhub.consent.override.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.override.Authorised;
import org.partnerhub.consent.override.AuthorisingRules;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.override.Proposal;
import org.partnerhub.consent.override.Queued;
import org.partnerhub.consent.override.Review;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.events.Outbox;
import org.partnerhub.support.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Authorises sharing without consent: row, log entry and event in one transaction, serialised with decisions about the person. */
@Component
public class OverrideAuthoriser {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final Overrides overrides;
    private final AuthorisingRules rules;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final Clock clock;

    OverrideAuthoriser(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            Overrides overrides,
            AuthorisingRules rules,
            DisclosureLog log,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.overrides = overrides;
        this.rules = rules;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Authorises it, in the name and by the role of whoever calls.
     *
     * @param key the same whenever the same is sent again, which then authorises nothing more; absent where the caller has none
     */
    public Authorised authorise(Proposal proposal, @Nullable String key, Caller officer) {
        List<Violation> wrongPurpose = rules.purposeViolations(proposal.purpose());
        if (!wrongPurpose.isEmpty()) {
            return new Authorised.Nonsense(wrongPurpose);
        }
        Optional<String> role = rules.role(proposal.purpose(), officer.roles());
        if (role.isEmpty() || officer.partner() != null) {
            return new Authorised.NotTheirs(rules.allowed(proposal.purpose()));
        }
        try {
            return Objects.requireNonNull(
                    transaction.execute(status -> authorise(proposal, key, officer.subject(), role.get())));
        } catch (DuplicateKeyException atOnce) { // the lock is a person's: two children under one key meet here
            return new Authorised.KeyUsedForAnother();
        }
    }

    private Authorised authorise(Proposal proposal, @Nullable String key, String officer, String role) {
        lock.exclude(proposal.subject()); // so the second of two at once sees what the first did
        Optional<Queued> before = key == null ? Optional.empty() : overrides.byKey(officer, key);
        if (before.isPresent()) {
            return proposal.isAuthorisedBy(before.get().override())
                    ? new Authorised.Now(before.get())
                    : new Authorised.KeyUsedForAnother();
        }
        List<Violation> violations = rules.violations(proposal, consents.of(proposal.subject()));
        if (!violations.isEmpty()) {
            return new Authorised.Nonsense(violations);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        OverrideRecord override = new OverrideRecord(
                OverrideId.fresh(),
                proposal.subject(),
                proposal.ground(),
                proposal.purpose(),
                proposal.recipients(),
                proposal.categories(),
                proposal.despiteRefusal(),
                officer,
                role,
                now,
                now.plus(proposal.lasting()),
                null);
        Queued queued = new Queued(override, Review.waiting(now));
        overrides.add(queued, key);
        log.append(entry(queued, proposal));
        outbox.publish(new HubEvent.OverrideAuthorised(override.id(), override.subject()));
        return new Authorised.Now(queued);
    }

    private static EntryDraft entry(Queued queued, Proposal proposal) {
        OverrideRecord override = queued.override();
        return EntryDraft.of(EntryKind.OVERRIDE_AUTHORISED)
                .with(EntryDraft.SUBJECT, override.subject())
                .with(EntryDraft.SOURCE, "override/" + override.id())
                .with("officer", override.authorisedBy())
                .with("role", override.role())
                .with("ground", override.ground().code())
                .with("relied-on", override.ground().authority())
                .with("reason", proposal.reason().words())
                .with("purpose", override.purpose())
                .with("recipients", override.recipients().stream().map(RecipientId::value))
                .with("categories", override.categories().stream().map(Category::code))
                .with("despite-refusal", override.despiteRefusal())
                .with("until", override.endsAt())
                .with("review-due", queued.review().dueBy());
    }
}
