package org.partnerhub.consent.log.store;

import java.util.List;
import java.util.UUID;
import org.partnerhub.consent.log.LogSettings;
import org.partnerhub.transparency.Checkpoint;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Tree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts entries in order and signs for them: one instance at a time, whoever gets the lock. A checkpoint is seen only after its
 * transaction, so a process killed half-way has signed nothing that anybody knows.
 */
@Component
public class Sequencer {

    private static final long LOCK = 0x6c6f675f736571L;
    private static final int BATCH = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TreeTables tables;
    private final LogSettings settings;

    Sequencer(JdbcClient jdbc, TransactionTemplate transaction, TreeTables tables, LogSettings settings) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tables = tables;
        this.settings = settings;
    }

    @Scheduled(fixedRateString = "${hub.log.sequence-every}")
    void integrateInTime() {
        int integrated;
        do {
            integrated = integrate();
        } while (integrated == BATCH);
    }

    /** Integrates what waits, at most one batch; answers how many entries that was. */
    public int integrate() {
        Integer integrated = transaction.execute(status -> isOurTurn() ? integrateBatch() : 0);
        return integrated == null ? 0 : integrated;
    }

    private boolean isOurTurn() {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    private int integrateBatch() {
        List<Waiting> waiting = jdbc.sql("""
                        SELECT e.id, e.leaf
                          FROM (SELECT entry, since FROM log_pending ORDER BY since, entry LIMIT :batch) p
                          JOIN log_entry e ON e.id = p.entry
                         ORDER BY p.since, p.entry
                        """)
                .param("batch", BATCH)
                .query((row, number) -> new Waiting(row.getObject("id", UUID.class), row.getString("leaf")))
                .list();
        if (!waiting.isEmpty()) {
            seal(waiting);
        }
        return waiting.size();
    }

    private void seal(List<Waiting> waiting) {
        Tree tree = Tree.restored(tables.size(), tables);
        NewNodes added = new NewNodes();
        waiting.forEach(entry -> added.append(tree, entry.id(), Hash.leaf(entry.leaf())));
        tables.add(added);
        Checkpoint checkpoint = new Checkpoint(settings.origin(), tree.size(), tree.root());
        tables.add(tree.size(), checkpoint.sign(settings.key()));
        jdbc.sql("DELETE FROM log_pending WHERE entry = ANY (CAST(:entries AS uuid[]))")
                .param("entries", added.entries())
                .update();
    }

    private record Waiting(UUID id, String leaf) {}
}
