package org.partnerhub.consent.log.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.FoundEntry;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.log.Period;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries of a period by what they say, the latest first. Whom an entry is about is not told here: a list is for seeing what is done, and
 * an officer who needs to know about whom opens the entry, which is a look at that person.
 */
@Repository
public class LogList {

    static final List<String> TOLD =
            List.of("recipient", "purpose", "outcome", "ground", "permitted", "withheld", "rules", "requester");

    /** The entries that say each of {@code :terms}, by the index of terms. */
    public static final String SAYS_IT =
            "SELECT entry FROM log_value WHERE log_terms(fields) @> CAST(:terms AS text[])";

    private static final String COLUMNS = "SELECT e.id, l.index, e.kind, e.at, v.fields";
    private static final String OF_PERIOD = "e.at >= :begins AND e.at < :ends AND e.kind = ANY (:kinds)";
    private static final String WITH_VALUES =
            " JOIN log_value v ON v.entry = e.id LEFT JOIN log_leaf l ON l.entry = e.id WHERE ";
    private static final String LATEST_FIRST = " ORDER BY e.at DESC, e.id DESC";

    /** The latest of the period, of which those that say it are picked: quick where much of it does. */
    private static final String AMONG_THE_LATEST = COLUMNS + " FROM (SELECT e.id, e.kind, e.at FROM log_entry e WHERE "
            + OF_PERIOD + "%s" + LATEST_FIRST + " LIMIT :looked) e" + WITH_VALUES
            + "log_terms(v.fields) @> CAST(:terms AS text[])" + LATEST_FIRST;

    /** What says it, however little or long ago, by the index of terms, and of that what is of the period. */
    private static final String AMONG_WHAT_SAYS_IT = "WITH said AS MATERIALIZED (" + SAYS_IT + ") " + COLUMNS
            + " FROM log_entry e" + WITH_VALUES + OF_PERIOD + " AND e.id IN (SELECT entry FROM said)%s" + LATEST_FIRST;

    private static final String SEALED =
            " SELECT l.index, e.leaf, v.fields FROM log_leaf l JOIN log_entry e ON e.id = l.entry JOIN log_value v ON v.entry = e.id WHERE l.index < :size AND "
                    + OF_PERIOD;
    private static final String SEALED_THAT_SAY_IT =
            "WITH said AS MATERIALIZED (" + SAYS_IT + ")" + SEALED + " AND e.id IN (SELECT entry FROM said)";
    private static final String IN_THE_LOGS_ORDER = " ORDER BY l.index";

    private static final String EVERYTHING =
            COLUMNS + " FROM log_entry e" + WITH_VALUES + OF_PERIOD + "%s" + LATEST_FIRST;
    private static final String BEFORE = " AND (e.at, e.id) < (:at, :before)";
    private static final int LOOKED_AT = 10_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final LogReader log;

    LogList(JdbcClient jdbc, LogReader log) {
        this.jdbc = jdbc;
        this.log = log;
    }

    /**
     * One page.
     *
     * @param before the entry that ended the page before; absent for the first
     */
    @Transactional(readOnly = true)
    public List<FoundEntry> page(Period period, LogFilter filter, @Nullable UUID before, int limit) {
        if (filter.terms().isEmpty()) {
            return page(EVERYTHING, period, filter, before, limit);
        }
        List<FoundEntry> latest = page(AMONG_THE_LATEST, period, filter, before, limit);
        return latest.size() == limit ? latest : page(AMONG_WHAT_SAYS_IT, period, filter, before, limit);
    }

    private List<FoundEntry> page(String sql, Period period, LogFilter filter, @Nullable UUID before, int limit) {
        return statement(sql.formatted(before == null ? "" : BEFORE) + " LIMIT :limit", period, filter)
                .param("looked", LOOKED_AT)
                .param("before", before)
                .param("at", before == null ? null : time(log.when(before)))
                .param("limit", limit)
                .query(LogReader::entry)
                .stream()
                .map(LogList::told)
                .toList();
    }

    /** All of them, one by one as they are read. */
    @Transactional(readOnly = true)
    public void each(Period period, LogFilter filter, Consumer<FoundEntry> reader) {
        String sql = filter.terms().isEmpty() ? EVERYTHING : AMONG_WHAT_SAYS_IT;
        try (Stream<FoundEntry> entries =
                statement(sql.formatted(""), period, filter)
                        .withFetchSize(ROWS_AT_ONCE)
                        .query(LogReader::entry)
                        .stream()) {
            entries.map(LogList::told).forEach(reader);
        }
    }

    /** All of them that the first {@code size} of the log hold, in the log's order; for whoever closes the stream. */
    <T> Stream<T> sealed(Period period, LogFilter filter, long size, RowMapper<T> reading) {
        String sql = filter.terms().isEmpty() ? SEALED : SEALED_THAT_SAY_IT;
        return statement(sql + IN_THE_LOGS_ORDER, period, filter)
                .param("size", size)
                .withFetchSize(ROWS_AT_ONCE)
                .query(reading)
                .stream();
    }

    private JdbcClient.StatementSpec statement(String sql, Period period, LogFilter filter) {
        return jdbc.sql(sql)
                .param("begins", time(period.begins()))
                .param("ends", time(period.ends()))
                .param("kinds", filter.kinds().toArray(String[]::new))
                .param("terms", filter.terms().toArray(String[]::new));
    }

    private static FoundEntry told(FoundEntry entry) {
        Map<String, String> fields = new LinkedHashMap<>(entry.fields());
        fields.keySet().retainAll(TOLD);
        return new FoundEntry(entry.id(), entry.index(), entry.kind(), entry.at(), fields);
    }

    private static Object time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
