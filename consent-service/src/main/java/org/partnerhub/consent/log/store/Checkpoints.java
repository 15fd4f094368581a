package org.partnerhub.consent.log.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.SignedCheckpoint;
import org.partnerhub.consent.log.Witness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was signed, and who outside the hub has fetched which of it: with that nobody can roll the log back unseen. */
@Repository
public class Checkpoints {

    private final JdbcClient jdbc;
    private final Clock clock;

    Checkpoints(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One page, the latest first.
     *
     * @param below the size of the last of the page before; absent for the first
     */
    @Transactional(readOnly = true)
    public List<SignedCheckpoint> page(@Nullable Long below, int limit) {
        return jdbc.sql("""
                        SELECT size, signed_at, note FROM log_checkpoint
                         WHERE size < coalesce(CAST(:below AS bigint), 9223372036854775807) ORDER BY size DESC LIMIT :limit
                        """)
                .param("below", below)
                .param("limit", limit)
                .query((row, number) ->
                        new SignedCheckpoint(row.getLong("size"), instant(row, "signed_at"), row.getString("note")))
                .list();
    }

    /** How long ago the oldest entry was written that no checkpoint covers yet; empty where all are covered. */
    @Transactional(readOnly = true)
    public Optional<Instant> unsealedSince() {
        return jdbc.sql("SELECT since FROM log_pending ORDER BY since LIMIT 1")
                .query((row, number) -> instant(row, "since"))
                .optional();
    }

    /** Everybody who fetched one, the latest first. */
    @Transactional(readOnly = true)
    public List<Witness> witnesses() {
        return jdbc.sql("SELECT witness, size, fetched_at FROM log_witness ORDER BY fetched_at DESC, witness LIMIT 200")
                .query((row, number) ->
                        new Witness(row.getString("witness"), row.getLong("size"), instant(row, "fetched_at")))
                .list();
    }

    /** The latest, for somebody who is then one of its witnesses. */
    @Transactional
    public Optional<String> witnessedBy(String witness) {
        Optional<SignedCheckpoint> latest = page(null, 1).stream().findFirst();
        latest.ifPresent(it -> jdbc.sql("""
                        INSERT INTO log_witness (witness, size, fetched_at) VALUES (:witness, :size, :at)
                        ON CONFLICT (witness) DO UPDATE SET size = excluded.size, fetched_at = excluded.fetched_at
                        """)
                .param("witness", witness)
                .param("size", it.size())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update());
        return latest.map(SignedCheckpoint::note);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
