package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.log.store.Sequencer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A backlog, as after an outage of the sequencer, is put under checkpoints faster than the hub can write entries. */
class SequencerLoadIT {

    private static final int ENTRIES = "full".equals(System.getProperty("hub.proof")) ? 200_000 : 11_000;
    private static final int IN_ONE_TRANSACTION = 1_000;
    private static final int LEAST_A_SECOND = 1_000;

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService("--hub.log.sequence-every=1d", "--hub.log.stop-consent-after=1d");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Tag("proof-sequencer-load")
    void backlogIsIntegratedInBatches() {
        Duration writing = timed(SequencerLoadIT::write);
        Duration integrating = timed(() -> {
            while (hub.bean(Sequencer.class).integrate() > 0) {
                // until nothing waits
            }
        });
        assertThat(count("SELECT count(*) FROM log_pending")).isZero();
        assertThat(count("SELECT count(*) FROM log_leaf")).isGreaterThanOrEqualTo(ENTRIES);
        assertThat(count("SELECT count(*) FROM log_checkpoint"))
                .as("one for each batch")
                .isGreaterThan(ENTRIES / 10_000);
        assertThat(ENTRIES * 1_000L / integrating.toMillis()).isGreaterThan(LEAST_A_SECOND);
        System.out.printf(
                "proof sequencer-load: %,d entries written in %d ms, integrated in %d ms (%,d a second)%n",
                ENTRIES, writing.toMillis(), integrating.toMillis(), ENTRIES * 1_000L / integrating.toMillis());
    }

    private static void write() {
        TransactionTemplate transaction = hub.bean(TransactionTemplate.class);
        DisclosureLog log = hub.bean(DisclosureLog.class);
        for (int written = 0; written < ENTRIES; written += IN_ONE_TRANSACTION) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < IN_ONE_TRANSACTION; i++) {
                    log.append(EntryDraft.of(EntryKind.DISCLOSURE).with("outcome", "delivered"));
                }
            });
        }
    }

    private static Duration timed(Runnable work) {
        Instant before = Instant.now();
        work.run();
        return Duration.between(before, Instant.now());
    }

    private static long count(String sql) {
        return hub.bean(JdbcClient.class)
                .sql(sql)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
