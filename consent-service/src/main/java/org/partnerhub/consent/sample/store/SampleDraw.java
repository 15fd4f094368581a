package org.partnerhub.consent.sample.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.sample.SampleTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Draws entries by hashing seed and place: nothing but the seed decides, and whoever has an export of the log can draw the same with
 * {@code sha256sum}. Only what a checkpoint covers is drawn from, so that later entries change nothing.
 */
@Repository
class SampleDraw {

    private static final String DRAW = """
            SELECT l.index, e.id, v.subject, count(*) OVER () AS population
              FROM log_leaf l JOIN log_entry e ON e.id = l.entry JOIN log_value v ON v.entry = e.id
             WHERE l.index < :logSize AND e.at >= :begins AND e.at < :ends AND e.kind = ANY (:kinds)
               AND log_terms(v.fields) @> CAST(:terms AS text[])
             ORDER BY sha256(convert_to(:seed || ':' || l.index, 'UTF8'))
             LIMIT :most
            """;

    private final JdbcClient jdbc;

    SampleDraw(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many entries the latest checkpoint covers. */
    long logSize() {
        return jdbc.sql("SELECT coalesce(max(size), 0) FROM log_checkpoint")
                .query(Long.class)
                .single();
    }

    /** The entries in the order in which they were drawn. */
    List<Ball> draw(SampleTerms terms, long logSize) {
        LogFilter filter = terms.filter();
        return jdbc.sql(DRAW)
                .param("logSize", logSize)
                .param("begins", time(terms.period().begins()))
                .param("ends", time(terms.period().ends()))
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param("terms", filter.terms().toArray(String[]::new))
                .param("seed", terms.seed())
                .param("most", terms.size())
                .query((row, number) -> new Ball(
                        row.getLong("index"),
                        row.getObject("id", UUID.class),
                        row.getObject("subject", UUID.class),
                        row.getLong("population")))
                .list();
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /**
     * One entry that was drawn.
     *
     * @param population among how many
     */
    record Ball(long sequence, UUID entry, @Nullable UUID subject, long population) {}
}
