package org.partnerhub.consent.ending.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.ending.EndingId;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says that nothing is under way any more on what ended, and has the holders told. */
@Component
class Acknowledgements {

    private final Endings endings;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final Clock clock;

    Acknowledgements(Endings endings, DisclosureLog log, Outbox outbox, Clock clock) {
        this.endings = endings;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Once only: tells the holders. Every time: answers what they hold. */
    @Transactional
    public Ended.Acknowledged acknowledge(EndingId id) {
        List<Holding> holdings = endings.holdings(id);
        if (endings.acknowledge(id, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            tell(endings.get(id), holdings);
        }
        Endings.Stored ending = endings.get(id);
        Instant at = Objects.requireNonNull(ending.acknowledgedAt());
        return new Ended.Acknowledged(ending.consent(), at, holdings);
    }

    private void tell(Endings.Stored ending, List<Holding> holdings) {
        log.append(EntryDraft.of(EntryKind.WITHDRAWAL_ACKNOWLEDGED)
                .with(EntryDraft.SUBJECT, ending.subject())
                .with(EntryDraft.SOURCE, "consent/" + ending.consent())
                .with("ended", ending.kind().name().toLowerCase(Locale.ROOT))
                .with(
                        "holders",
                        holdings.stream().map(it -> it.recipient().value()).distinct()));
        outbox.publish(
                switch (ending.kind()) {
                    case WITHDRAWN, SUPERSEDED ->
                        new HubEvent.ConsentWithdrawn(ending.consent(), ending.subject(), holdings);
                    case NARROWED -> new HubEvent.ConsentNarrowed(ending.consent(), ending.subject(), holdings);
                });
    }
}
