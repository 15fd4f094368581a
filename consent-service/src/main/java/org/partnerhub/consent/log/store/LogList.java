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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Entries of a period by what they say, the latest first. Whom an entry is about is not told here: a list is for seeing what is done, and
 * an officer who needs to know about whom opens the entry, which is a look at that person.
 */
@Repository
public class LogList {

    private static final List<String> TOLD =
            List.of("recipient", "purpose", "outcome", "ground", "permitted", "withheld", "rules", "requester");

    private static final String LIST = """
            SELECT e.id, l.index, e.kind, e.at, v.fields
              FROM log_entry e JOIN log_value v ON v.entry = e.id LEFT JOIN log_leaf l ON l.entry = e.id
             WHERE e.at >= :begins AND e.at < :ends AND e.kind = ANY (:kinds) AND log_terms(v.fields) @> CAST(:terms AS text[])
            """;
    private static final String LATEST_FIRST = " ORDER BY e.at DESC, e.id DESC";
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
        return statement(
                        LIST + (before == null ? "" : " AND (e.at, e.id) < (:at, :before)") + LATEST_FIRST
                                + " LIMIT :limit",
                        period,
                        filter)
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
        try (Stream<FoundEntry> entries =
                statement(LIST + LATEST_FIRST, period, filter)
                        .withFetchSize(ROWS_AT_ONCE)
                        .query(LogReader::entry)
                        .stream()) {
            entries.map(LogList::told).forEach(reader);
        }
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
