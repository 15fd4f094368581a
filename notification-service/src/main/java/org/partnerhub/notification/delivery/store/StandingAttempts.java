package org.partnerhub.notification.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The last attempts at each of a few deliveries. */
@Repository
class StandingAttempts {

    private static final int MOST = 10;
    private static final Pattern ANSWERED = Pattern.compile("recipient-answered-([1-5][0-9]{2})");

    private final JdbcClient database;

    StandingAttempts(JdbcClient database) {
        this.database = database;
    }

    /** By delivery, the newest first; a delivery without attempts is left out. */
    Map<UUID, List<Standing.Attempt>> last(Collection<UUID> deliveries) {
        return database
                .sql("""
                        select last.*
                          from unnest(cast(:deliveries as uuid[])) as wanted (id)
                         cross join lateral (select delivery, attempt, outcome, missing, reason, started_at, ended_at
                                               from delivery_attempt
                                              where delivery = wanted.id
                                              order by attempt desc
                                              limit :most) as last
                        """)
                .param("deliveries", deliveries.toArray(UUID[]::new))
                .param("most", MOST)
                .query(StandingAttempts::read)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Of::delivery, Collectors.mapping(Of::attempt, Collectors.toUnmodifiableList())));
    }

    private record Of(UUID delivery, Standing.Attempt attempt) {}

    private static Of read(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        String missing = row.getString("missing");
        return new Of(
                row.getObject("delivery", UUID.class),
                new Standing.Attempt(
                        row.getInt("attempt"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("ended_at").toInstant(),
                        Shown.codeOf(row.getString("outcome")),
                        status(reason),
                        missing == null ? null : Shown.codeOf(missing),
                        reason));
    }

    private static @Nullable Integer status(@Nullable String reason) {
        Matcher answered = ANSWERED.matcher(reason == null ? "" : reason);
        return answered.matches() ? Integer.valueOf(answered.group(1)) : null;
    }
}
