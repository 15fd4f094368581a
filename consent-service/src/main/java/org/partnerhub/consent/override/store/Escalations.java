package org.partnerhub.consent.override.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.override.OverrideRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Escalates each override that nobody has reviewed in time: once in a cluster, with an entry, a line for the operators and a metric. */
@Component
public class Escalations {

    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);

    private final TransactionTemplate transaction;
    private final Overrides overrides;
    private final DisclosureLog log;
    private final Clock clock;
    private volatile Overrides.Backlog backlog = new Overrides.Backlog(0, 0);

    Escalations(
            TransactionTemplate transaction,
            Overrides overrides,
            DisclosureLog log,
            Clock clock,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.overrides = overrides;
        this.log = log;
        this.clock = clock;
        meters.gauge("hub.overrides.waiting", this, it -> it.backlog.waiting());
        meters.gauge("hub.overrides.escalated", this, it -> it.backlog.escalated());
    }

    @Scheduled(fixedRateString = "${hub.override.escalate-every:1m}")
    public void escalate() {
        try {
            List<OverrideRecord> late = Objects.requireNonNull(transaction.execute(status -> escalateNow()));
            late.forEach(it -> LOG.warn("Nobody has reviewed override {} in three working days.", it.id()));
            backlog = overrides.backlog();
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn(
                    "Overrides cannot be looked through: {}",
                    unavailable.getClass().getSimpleName());
        }
    }

    private List<OverrideRecord> escalateNow() {
        List<OverrideRecord> late = overrides.escalate(clock.instant());
        late.forEach(it -> log.append(EntryDraft.of(EntryKind.OVERRIDE_ESCALATED)
                .with(EntryDraft.SUBJECT, it.subject())
                .with(EntryDraft.SOURCE, "override/" + it.id())
                .with("officer", it.authorisedBy())));
        return late;
    }
}
