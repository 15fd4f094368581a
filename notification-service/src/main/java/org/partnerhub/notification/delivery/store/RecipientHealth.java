package org.partnerhub.notification.delivery.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.PartnerHealth.Incident;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How each recipient was reached last, and when it counted as down. */
@Repository
public class RecipientHealth {

    private final JdbcClient database;

    RecipientHealth(JdbcClient database) {
        this.database = database;
    }

    /** It took something: whatever was wrong is over. */
    public void reached(RecipientId recipient) {
        database.sql("""
                        insert into recipient_health (recipient, last_success) values (:recipient, now())
                        on conflict (recipient) do update set last_success = now(), failing_since = null
                        """).param("recipient", recipient.value()).update();
        database.sql(
                        "update recipient_incident set closed_at = now() where recipient = :recipient and closed_at is null")
                .param("recipient", recipient.value())
                .update();
    }

    /**
     * It was not reached, or nobody knows whether it was.
     *
     * @param reason a stable code
     */
    public void notReached(RecipientId recipient, String reason) {
        database.sql("""
                        insert into recipient_health (recipient, last_failure, failing_since, failure)
                        values (:recipient, now(), now(), :reason)
                        on conflict (recipient) do update
                           set last_failure = now(), failure = :reason,
                               failing_since = coalesce(recipient_health.failing_since, now())
                        """)
                .param("recipient", recipient.value())
                .param("reason", reason)
                .update();
    }

    /** It answered that it will not take one thing: that says nothing of the next. */
    public void turnedAway(RecipientId recipient, String reason) {
        database.sql("""
                        insert into recipient_health (recipient, last_failure, failure) values (:recipient, now(), :reason)
                        on conflict (recipient) do update set last_failure = now(), failure = :reason
                        """)
                .param("recipient", recipient.value())
                .param("reason", reason)
                .update();
    }

    /** It counts as down from now on; one incident, however many instances find it so. */
    public void down(RecipientId recipient) {
        database.sql("""
                        insert into recipient_incident (recipient) values (:recipient)
                        on conflict (recipient) where closed_at is null do nothing
                        """).param("recipient", recipient.value()).update();
    }

    /** Until when the certificate is good that its server showed. */
    public void certificateGoodUntil(RecipientId recipient, Instant until) {
        database.sql("""
                        insert into recipient_certificate (recipient, good_until) values (:recipient, :until)
                        on conflict (recipient) do update set good_until = :until, seen_at = now()
                        """)
                .param("recipient", recipient.value())
                .param("until", Timestamp.from(until))
                .update();
    }

    /** When recipients counted as down in the last thirty days, the newest first; a recipient that never did is left out. */
    public Map<RecipientId, List<Incident>> incidents() {
        return database
                .sql("""
                        select recipient, opened_at, closed_at
                          from (select *, row_number() over (partition by recipient order by opened_at desc) as place
                                  from recipient_incident
                                 where opened_at > now() - interval '30 days' or closed_at is null) as recent
                         where place <= 20
                         order by opened_at desc
                        """)
                .query((row, _) -> new Of(
                        new RecipientId(row.getString("recipient")),
                        new Incident(
                                row.getTimestamp("opened_at").toInstant(), instant(row.getTimestamp("closed_at")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Of::recipient, Collectors.mapping(Of::incident, Collectors.toUnmodifiableList())));
    }

    private record Of(RecipientId recipient, Incident incident) {}

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
