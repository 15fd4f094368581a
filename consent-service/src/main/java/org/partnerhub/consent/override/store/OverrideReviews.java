package org.partnerhub.consent.override.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.override.Queued;
import org.partnerhub.consent.override.Reviewed;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.contracts.identity.OverrideId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a different officer found; an override that is not upheld ends at once, before any later decision. */
@Component
public class OverrideReviews {

    private final PersonLock lock;
    private final Overrides overrides;
    private final DisclosureLog log;
    private final Clock clock;

    OverrideReviews(PersonLock lock, Overrides overrides, DisclosureLog log, Clock clock) {
        this.lock = lock;
        this.overrides = overrides;
        this.log = log;
        this.clock = clock;
    }

    /** Reviews it once. */
    @Transactional
    public Reviewed review(OverrideId id, boolean upheld, Reason finding, String officer) {
        Optional<Queued> found = overrides.find(id);
        if (found.isEmpty()) {
            return new Reviewed.NotFound();
        }
        if (found.get().override().authorisedBy().equals(officer)) {
            return new Reviewed.TheirOwn();
        }
        lock.exclude(found.get().override().subject());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean first = overrides.review(id, officer, upheld, now);
        Queued reviewed = overrides.find(id).orElseThrow();
        if (!first) {
            return new Reviewed.Before(reviewed);
        }
        log.append(EntryDraft.of(EntryKind.OVERRIDE_REVIEWED)
                .with(EntryDraft.SUBJECT, reviewed.override().subject())
                .with(EntryDraft.SOURCE, "override/" + id)
                .with("officer", officer)
                .with("finding", upheld ? "upheld" : "not-upheld")
                .with("reason", finding.words()));
        return new Reviewed.Now(reviewed);
    }
}
