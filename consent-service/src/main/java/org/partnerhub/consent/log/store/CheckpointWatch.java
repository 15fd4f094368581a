package org.partnerhub.consent.log.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.LogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Watches whether checkpoints keep up: how long the oldest entry has waited for one. Looked at once a second and not in each
 * decision; a watch that cannot look counts as stopped.
 */
@Component
public class CheckpointWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointWatch.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final DisclosureLog log;
    private final Clock clock;
    private final Duration limit;
    private volatile Duration waiting = Duration.ZERO;
    private volatile Instant lookedAt;
    private boolean incident;

    CheckpointWatch(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            DisclosureLog log,
            LogSettings settings,
            Clock clock,
            MeterRegistry meters) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
        this.limit = settings.stopConsentAfter();
        this.lookedAt = clock.instant();
        meters.more().timeGauge("hub.log.unsealed", List.of(), this, TimeUnit.SECONDS, it -> it.waiting.toSeconds());
    }

    /** Whether checkpoints have stopped for longer than allowed. */
    public boolean hasStopped() {
        return waiting.compareTo(limit) > 0 || lookedAt.plus(limit).isBefore(clock.instant());
    }

    @Scheduled(fixedRateString = "${hub.log.watch-every:1s}")
    synchronized void look() {
        try {
            waiting = oldest();
            lookedAt = clock.instant();
            if (incident != hasStopped()) {
                note(!incident);
                incident = !incident;
            }
        } catch (DataAccessException | TransactionException unavailable) {
            LOG.warn("The log cannot be watched: {}", unavailable.getClass().getSimpleName());
        }
    }

    private Duration oldest() {
        double seconds = jdbc.sql("""
                        SELECT coalesce(extract(epoch FROM clock_timestamp() - min(since)), 0)::float8 FROM log_pending
                        """).query(Double.class).single();
        return Duration.ofMillis((long) (seconds * 1000));
    }

    private void note(boolean stopped) {
        if (stopped) {
            LOG.error("Checkpoints have stopped: decisions that rest on consent wait until they resume.");
        } else {
            LOG.info("Checkpoints have resumed.");
        }
        transaction.executeWithoutResult(status ->
                log.append(EntryDraft.of(stopped ? EntryKind.CHECKPOINTS_STOPPED : EntryKind.CHECKPOINTS_RESUMED)
                        .with("unsealed-seconds", waiting.toSeconds())));
    }
}
