package org.partnerhub.consent.release.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.consent.release.ProposedRelease;
import org.partnerhub.consent.release.ReleaseRecord;
import org.partnerhub.consent.release.Released;
import org.partnerhub.consent.release.ReleasingRules;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.schema.Violation;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Releases by name, and takes back: row, log entry and event in one transaction, serialised with decisions about the person. */
@Component
public class Releaser {

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Releases releases;
    private final ReleasingRules rules;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final Clock clock;

    Releaser(
            TransactionTemplate transaction,
            PersonLock lock,
            Releases releases,
            ReleasingRules rules,
            DisclosureLog log,
            Outbox outbox,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.releases = releases;
        this.rules = rules;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Releases it in the officer's name. */
    public Released release(ProposedRelease proposed, String officer) {
        List<Violation> violations = rules.violations(proposed);
        if (!violations.isEmpty()) {
            return new Released.Nonsense(violations);
        }
        Instant now = now();
        ReleaseRecord release = new ReleaseRecord(
                ReleaseId.fresh(),
                proposed.subject().person(),
                proposed.purpose(),
                proposed.recipient(),
                proposed.categories(),
                officer,
                now,
                now.plus(proposed.lasting()),
                null);
        return Objects.requireNonNull(transaction.execute(status -> add(release, proposed.reason())));
    }

    private Released add(ReleaseRecord release, Reason reason) {
        lock.exclude(release.subject());
        releases.add(release);
        log.append(entry(EntryKind.RELEASE_GIVEN, release)
                .with("officer", release.releasedBy())
                .with("reason", reason.words())
                .with("purpose", release.purpose())
                .with("recipient", release.recipient())
                .with("categories", release.categories().stream().map(Category::code))
                .with("until", release.endsAt()));
        outbox.publish(new HubEvent.ReleaseGiven(release.id(), release.subject()));
        return new Released.Now(release);
    }

    /** Takes it back: no decision after this relies on it. Absent where there is no such release; a second time changes nothing. */
    public Optional<ReleaseRecord> takeBack(ReleaseId id, Reason reason, String officer) {
        return releases.find(id)
                .map(release ->
                        Objects.requireNonNull(transaction.execute(status -> takeBack(release, reason, officer))));
    }

    private ReleaseRecord takeBack(ReleaseRecord release, Reason reason, String officer) {
        lock.exclude(release.subject());
        if (releases.end(release.id(), now())) {
            log.append(entry(EntryKind.RELEASE_ENDED, release)
                    .with("officer", officer)
                    .with("reason", reason.words()));
        }
        return releases.find(release.id()).orElseThrow();
    }

    private static EntryDraft entry(EntryKind kind, ReleaseRecord release) {
        return EntryDraft.of(kind)
                .with(EntryDraft.SUBJECT, release.subject())
                .with(EntryDraft.SOURCE, "release/" + release.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
