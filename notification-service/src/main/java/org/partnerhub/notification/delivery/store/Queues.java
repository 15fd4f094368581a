package org.partnerhub.notification.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What waits before each recipient, and how it was reached last. */
@Repository
public class Queues {

    private final JdbcClient database;

    Queues(JdbcClient database) {
        this.database = database;
    }

    /**
     * One recipient's.
     *
     * @param waiting due or under way
     * @param failing of these, after a failure
     * @param givenUp made in the last thirty days and given up
     */
    public record Queue(
            RecipientId recipient,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable Instant failingSince,
            @Nullable String failure,
            @Nullable Instant incident,
            int waiting,
            int failing,
            int parked,
            int givenUp,
            int manual,
            int inMailbox,
            @Nullable Instant oldestWaiting,
            @Nullable Instant certificateUntil) {

        static Queue empty(RecipientId recipient) {
            return new Queue(recipient, null, null, null, null, null, 0, 0, 0, 0, 0, 0, null, null);
        }
    }

    /** Of a recipient that never was sent anything too. */
    public Function<RecipientId, Queue> all() {
        Map<RecipientId, Queue> known = database
                // each part is a small index's; what arrived, and that is nearly all, is never read
                .sql("""
                        with stuck as (
                            select recipient, state, failures, fresh_at from delivery where state = 'DUE'
                            union all
                            select recipient, state, failures, fresh_at from delivery where state in ('SENDING', 'PARKED', 'WAITING')
                            union all
                            select recipient, state, failures, fresh_at from delivery where state = 'MANUAL'
                            union all
                            select recipient, state, failures, fresh_at from delivery
                             where state = 'GIVEN_UP' and created_at > now() - interval '30 days'
                        ), counted as (
                            select recipient,
                                   count(*) filter (where state in ('DUE', 'SENDING')) as waiting,
                                   count(*) filter (where state in ('DUE', 'SENDING') and failures > 0) as failing,
                                   count(*) filter (where state = 'PARKED') as parked,
                                   count(*) filter (where state = 'GIVEN_UP') as given_up,
                                   count(*) filter (where state = 'MANUAL') as manual,
                                   count(*) filter (where state = 'WAITING') as in_mailbox,
                                   min(fresh_at) filter (where state in ('DUE', 'SENDING')) as oldest_waiting
                              from stuck
                             group by recipient
                        )
                        select recipient, last_success, last_failure, failing_since, failure, opened_at,
                               waiting, failing, parked, given_up, manual, in_mailbox, oldest_waiting, good_until
                          from recipient_health as health
                          full join counted using (recipient)
                          left join (select recipient, opened_at from recipient_incident where closed_at is null) as incident
                               using (recipient)
                          full join recipient_certificate using (recipient)
                        """)
                .query(Queues::read)
                .list()
                .stream()
                .collect(Collectors.toMap(Queue::recipient, Function.identity()));
        return recipient -> known.getOrDefault(recipient, Queue.empty(recipient));
    }

    private static Queue read(ResultSet row, int number) throws SQLException {
        return new Queue(
                new RecipientId(row.getString("recipient")),
                instant(row, "last_success"),
                instant(row, "last_failure"),
                instant(row, "failing_since"),
                row.getString("failure"),
                instant(row, "opened_at"),
                row.getInt("waiting"),
                row.getInt("failing"),
                row.getInt("parked"),
                row.getInt("given_up"),
                row.getInt("manual"),
                row.getInt("in_mailbox"),
                instant(row, "oldest_waiting"),
                instant(row, "good_until"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
