package org.partnerhub.referral.report.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.report.AnswerTimes;
import org.partnerhub.referral.report.AskedBy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From the moment in which an ask was routed to the first answer of its recipient, whatever it says. */
@Repository
public class AnswerFigures {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private static final String TIMES = """
            with routed as (
                select referral_id, recipient, min(happened_at) as asked_at
                  from referral_history
                 where happened = 'routed' and happened_at >= :from and happened_at < :to
                   and not exists (
                       select from referral_history earlier
                        where earlier.referral_id = referral_history.referral_id and earlier.recipient = referral_history.recipient
                          and earlier.happened = 'routed' and earlier.happened_at < :from)
                 group by referral_id, recipient
            ), asked as (
                select to_char(routed.asked_at at time zone 'Europe/London', 'YYYY-MM') as month, place.recipient, place.purpose,
                       place.answer_by, place.state, routed.asked_at, answer.at as answered_at
                  from routed
                       join referral_recipient place using (referral_id, recipient)
                       left join lateral (
                           select min(happened_at) as at from referral_history told
                            where told.referral_id = routed.referral_id and told.recipient = routed.recipient
                              and told.happened_at >= routed.asked_at
                              and told.happened in ('accepted', 'rejected', 'on-hold', 'in-progress', 'completed')) answer on true
            )
            select grouping(PART) as together, PART as part,
                   count(*) as asked,
                   count(answered_at) as answered,
                   count(*) filter (where answered_at <= answer_by) as in_time,
                   count(*) filter (where answered_at is null) as waiting,
                   count(*) filter (where answered_at is null and answer_by < :now) as overdue,
                   round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - asked_at)) / 3600)::numeric, 1) as median,
                   round((percentile_cont(0.9) within group (order by extract(epoch from answered_at - asked_at)) / 3600)::numeric, 1) as nine_in_ten
              from asked
             where answered_at is not null or state not in ('cancelled', 'entered-in-error', 'failed')
             group by rollup (PART)
             order by together desc, part
            """;

    private final JdbcClient database;
    private final Clock clock;

    AnswerFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** First all together, then each part; even where nothing was asked, all together are there. */
    public List<AnswerTimes> in(YearMonth first, YearMonth last, AskedBy by) {
        return database.sql(TIMES.replace("PART", by.code()))
                .param("from", begin(first))
                .param("to", begin(last.plusMonths(1)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(AnswerFigures::times)
                .list();
    }

    private static AnswerTimes times(ResultSet row, int number) throws SQLException {
        return new AnswerTimes(
                row.getInt("together") == 1 ? null : row.getString("part"),
                row.getLong("asked"),
                row.getLong("answered"),
                row.getLong("in_time"),
                row.getLong("waiting"),
                row.getLong("overdue"),
                hours(row, "median"),
                hours(row, "nine_in_ten"));
    }

    private static @Nullable Double hours(ResultSet row, String column) throws SQLException {
        BigDecimal hours = row.getBigDecimal(column);
        return hours == null ? null : hours.doubleValue();
    }

    private static OffsetDateTime begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ENGLAND).toInstant().atOffset(ZoneOffset.UTC);
    }
}
