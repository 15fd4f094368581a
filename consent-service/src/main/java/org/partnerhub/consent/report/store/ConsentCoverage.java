package org.partnerhub.consent.report.store;

import java.time.LocalDate;
import java.util.List;
import org.partnerhub.consent.report.Coverage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where consent stands, of everybody who was asked: a person of several ids is one, and what was refused last is refused. */
@Repository
public class ConsentCoverage {

    private static final int SOON_DAYS = 30;

    private static final String BY_PURPOSE = """
            WITH RECURSIVE up (person, survivor, step) AS (
                SELECT person, survivor, 1 FROM merged_person
                UNION ALL
                SELECT up.person, m.survivor, step + 1 FROM up JOIN merged_person m ON m.person = up.survivor WHERE step < 1000
            ), one (person, survivor) AS (
                SELECT DISTINCT ON (person) person, survivor FROM up ORDER BY person, step DESC
            ), said AS (
                SELECT coalesce(one.survivor, c.subject) AS person, unnest(c.purposes) AS purpose,
                       CASE WHEN c.withdrawn_at IS NOT NULL THEN 'withdrawn'
                            WHEN NOT c.given THEN 'refused'
                            WHEN c.last_day < :today THEN 'expired'
                            WHEN c.first_day > :today THEN 'not-begun'
                            ELSE 'in-force' END AS state,
                       c.last_day, c.recorded_at
                  FROM consent c LEFT JOIN one ON one.person = c.subject
            ), best AS (
                SELECT purpose, person, max(last_day) FILTER (WHERE state IN ('in-force', 'not-begun')) AS until,
                       CASE WHEN (array_agg(state ORDER BY recorded_at DESC) FILTER (WHERE state <> 'withdrawn'))[1] = 'refused' THEN 'refused'
                            WHEN bool_or(state = 'in-force') THEN 'in-force'
                            WHEN bool_or(state = 'not-begun') THEN 'not-begun'
                            WHEN bool_or(state = 'withdrawn') THEN 'withdrawn'
                            ELSE 'expired' END AS state
                  FROM said GROUP BY purpose, person
            )
            SELECT purpose, count(*) AS people,
                   count(*) FILTER (WHERE state = 'in-force') AS in_force,
                   count(*) FILTER (WHERE state = 'in-force' AND until <= :soon) AS ends_soon,
                   count(*) FILTER (WHERE state = 'not-begun') AS not_begun,
                   count(*) FILTER (WHERE state = 'refused') AS refused,
                   count(*) FILTER (WHERE state = 'withdrawn') AS withdrawn,
                   count(*) FILTER (WHERE state = 'expired') AS expired
              FROM best GROUP BY purpose ORDER BY purpose
            """;

    private final JdbcClient jdbc;

    ConsentCoverage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Coverage> on(LocalDate today) {
        return jdbc.sql(BY_PURPOSE)
                .param("today", today)
                .param("soon", today.plusDays(SOON_DAYS))
                .query((row, number) -> new Coverage(
                        row.getString("purpose"),
                        row.getLong("people"),
                        row.getLong("in_force"),
                        row.getLong("ends_soon"),
                        row.getLong("not_begun"),
                        row.getLong("refused"),
                        row.getLong("withdrawn"),
                        row.getLong("expired")))
                .list();
    }
}
