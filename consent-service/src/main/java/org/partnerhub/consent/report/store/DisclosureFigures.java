package org.partnerhub.consent.report.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.partnerhub.consent.log.Period;
import org.partnerhub.consent.report.By;
import org.partnerhub.consent.report.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What was told, by month: of days that are over as they were counted, of the others from the log itself. */
@Repository
public class DisclosureFigures {

    private static final String FIRST_NOT_COUNTED = """
            SELECT min(asked)::date FROM generate_series(CAST(:from AS date), CAST(:until AS date), '1 day') AS asked
             WHERE asked::date NOT IN (SELECT day FROM disclosure_day_counted)
               AND asked >= (SELECT min(at) AT TIME ZONE 'Europe/London' FROM log_entry)::date
            """;

    private static final String BY_MONTH = """
            WITH told AS (
                SELECT day, recipient, purpose, ground, disclosures FROM disclosure_day WHERE day BETWEEN :from AND :until
                UNION ALL
                SELECT * FROM (ARRIVED) live WHERE live.day NOT IN (SELECT day FROM disclosure_day_counted)
            )
            SELECT to_char(day, 'YYYY-MM') AS month, PART AS part, sum(disclosures) AS disclosures
              FROM told GROUP BY 1, 2 ORDER BY 1, 2
            """;

    private final JdbcClient jdbc;

    DisclosureFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The rows in which something was told; by partner they are by recipient, for the directory to say whose each is. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Told> in(YearMonth from, YearMonth to, By by) {
        LocalDate last = to.atEndOfMonth();
        Period live = new Period(firstNotCounted(from.atDay(1), last), last);
        return jdbc.sql(BY_MONTH.replace("ARRIVED", DisclosureDays.ARRIVED).replace("PART", column(by)))
                .param("from", from.atDay(1))
                .param("until", last)
                .param("begins", live.begins().atOffset(ZoneOffset.UTC))
                .param("ends", live.ends().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Told(
                        YearMonth.parse(row.getString("month")), row.getString("part"), row.getLong("disclosures")))
                .list();
    }

    private LocalDate firstNotCounted(LocalDate from, LocalDate until) {
        return jdbc.sql(FIRST_NOT_COUNTED)
                .param("from", from)
                .param("until", until)
                .query((row, number) -> {
                    LocalDate day = row.getObject(1, LocalDate.class);
                    return day == null ? until.plusDays(1) : day;
                })
                .single();
    }

    private static String column(By by) {
        return switch (by) {
            case GROUND -> "ground";
            case PURPOSE -> "purpose";
            case RECIPIENT, PARTNER -> "recipient";
        };
    }
}
