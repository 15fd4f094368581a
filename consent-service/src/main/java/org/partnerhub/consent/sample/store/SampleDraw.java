package org.partnerhub.consent.sample.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.store.LogList;
import org.partnerhub.consent.sample.SampleTerms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Draws entries by hashing seed and place: nothing but the seed decides, and whoever has an export of the log can draw the same with
 * {@code sha256sum}. Only what a checkpoint covers is drawn from, so that later entries change nothing.
 */
@Repository
class SampleDraw {

    private static final String TAKING_PART = """
             FROM log_leaf l JOIN log_entry e ON e.id = l.entry
            WHERE l.index < :logSize AND e.at >= :begins AND e.at < :ends AND e.kind = ANY (:kinds)
              AND EXISTS (SELECT FROM log_value v WHERE v.entry = e.id)
            """;
    private static final String SAYING_IT = " AND e.id IN (SELECT entry FROM said)";
    private static final String DRAWN = """
             ORDER BY sha256(convert_to(:seed || ':' || l.index, 'UTF8')) LIMIT :most
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
        return statement(
                        "SELECT l.index, e.id, (SELECT subject FROM log_value v WHERE v.entry = e.id)",
                        DRAWN,
                        terms,
                        logSize)
                .param("seed", terms.seed())
                .param("most", terms.size())
                .query((row, number) -> new Ball(
                        row.getLong("index"), row.getObject("id", UUID.class), row.getObject("subject", UUID.class)))
                .list();
    }

    /** Among how many entries they are drawn. */
    long population(SampleTerms terms, long logSize) {
        return statement("SELECT count(*)", "", terms, logSize)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec statement(String what, String order, SampleTerms terms, long logSize) {
        LogFilter filter = terms.filter();
        boolean filtered = !filter.terms().isEmpty();
        String said = filtered ? "WITH said AS MATERIALIZED (" + LogList.SAYS_IT + ") " : "";
        return jdbc.sql(said + what + TAKING_PART + (filtered ? SAYING_IT : "") + order)
                .param("logSize", logSize)
                .param("begins", time(terms.period().begins()))
                .param("ends", time(terms.period().ends()))
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param("terms", filter.terms().toArray(String[]::new));
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** One entry that was drawn. */
    record Ball(long sequence, UUID entry, @Nullable UUID subject) {}
}
