package org.partnerhub.consent.report.store;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.log.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts each day of the log once it is over. Any instance may; a day is counted once, wholly or not at all. */
@Component
class DisclosureDays {

    /** What arrived between two moments, with the ground of the decision that let it go. */
    static final String ARRIVED = """
            SELECT (e.at AT TIME ZONE 'Europe/London')::date AS day, v.fields -> 'recipient' ->> 1 AS recipient,
                   v.fields -> 'purpose' ->> 1 AS purpose, coalesce(d.fields -> 'ground' ->> 1, 'unknown') AS ground,
                   count(*) AS disclosures
              FROM log_entry e JOIN log_value v ON v.entry = e.id
              LEFT JOIN log_value d ON d.entry = CAST(v.fields -> 'decision' ->> 1 AS uuid)
             WHERE e.kind = 'disclosure' AND e.at >= :begins AND e.at < :ends AND v.fields -> 'outcome' ->> 1 = 'delivered'
               AND v.fields -> 'recipient' ->> 1 IS NOT NULL AND v.fields -> 'purpose' ->> 1 IS NOT NULL
             GROUP BY 1, 2, 3, 4
            """;

    private static final String NOT_COUNTED = """
            SELECT past::date FROM generate_series(
                       (SELECT min(at) AT TIME ZONE 'Europe/London' FROM log_entry)::date, CAST(:last AS date), '1 day') AS past
             WHERE past::date NOT IN (SELECT day FROM disclosure_day_counted)
             ORDER BY 1
            """;

    /** No entry comes as late as this after its own time. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DisclosureDays(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(
            fixedRateString =
                    "${hub.report.count-every}") // a thread of its own: years of days to count hold up nothing else
    void count() {
        LocalDate over = LocalDate.ofInstant(clock.instant().minus(LATEST), ConsentRecord.ENGLAND)
                .minusDays(1);
        List<LocalDate> days = jdbc.sql(NOT_COUNTED)
                .param("last", over)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
        days.forEach(day -> transaction.executeWithoutResult(status -> count(day)));
    }

    private void count(LocalDate day) {
        int mine = jdbc.sql("INSERT INTO disclosure_day_counted (day) VALUES (:day) ON CONFLICT DO NOTHING")
                .param("day", day)
                .update();
        if (mine == 0) {
            return;
        }
        Period whole = new Period(day, day);
        jdbc.sql("INSERT INTO disclosure_day (day, recipient, purpose, ground, disclosures) " + ARRIVED)
                .param("begins", whole.begins().atOffset(ZoneOffset.UTC))
                .param("ends", whole.ends().atOffset(ZoneOffset.UTC))
                .update();
    }
}
