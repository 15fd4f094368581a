package org.partnerhub.notification.delivery.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.Standing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries as operators see them; whom they are about is not even read. */
@Repository
public class StandingDeliveries {

    private final JdbcClient database;
    private final StandingAttempts attempts;

    StandingDeliveries(JdbcClient database, StandingAttempts attempts) {
        this.database = database;
        this.attempts = attempts;
    }

    /** Where a page ended: the next begins after it. */
    public record Place(Instant made, UUID id) {}

    /**
     * A page, the newest first.
     *
     * @param shown absent: however they stand
     * @param partner absent: whoever runs the recipient
     * @param after absent: from the newest
     */
    public List<Standing> page(@Nullable Shown shown, @Nullable PartnerId partner, @Nullable Place after, int limit) {
        List<Row> rows = database.sql("""
                        select id, source, recipient, purpose, channel, state, missing, reason, created_at, due_by, due_at, attempts,
                               array(select partner from recipient_operator o where o.recipient = delivery.recipient order by 1)
                                   as partners,
                               recipient in (select recipient from recipient_held) as paused
                          from delivery
                         where %s
                           and (cast(:partner as text) is null
                                or recipient in (select recipient from recipient_operator where partner = :partner))
                           and (created_at, id) < (:made, :id)
                         order by created_at desc, id desc
                         limit :limit
                        """.formatted(condition(shown)))
                .param("partner", partner == null ? null : partner.value())
                .param("made", after == null ? LAST_TIME : Timestamp.from(after.made()))
                .param("id", after == null ? LAST_ID : after.id())
                .param("limit", limit)
                .query(StandingDeliveries::read)
                .list();
        Map<UUID, List<Standing.Attempt>> last =
                attempts.last(rows.stream().map(it -> it.id().value()).toList());
        return rows.stream()
                .map(it -> it.with(last.getOrDefault(it.id().value(), List.of())))
                .toList();
    }

    /** Later than anything that the hub makes. */
    private static final Timestamp LAST_TIME = Timestamp.from(Instant.parse("9999-01-01T00:00:00Z"));

    private static final UUID LAST_ID = new UUID(-1, -1);

    /** In words of the database's, so that the small indexes of what is stuck are used. */
    static String condition(@Nullable Shown shown) {
        if (shown == null) {
            return "true";
        }
        List<String> conditions = new ArrayList<>();
        conditions.add(shown.states().stream()
                .map(it -> "'" + it.name() + "'")
                .collect(Collectors.joining(", ", "state in (", ")")));
        if (shown == Shown.FAILING) {
            conditions.add("failures > 0");
        }
        return String.join(" and ", conditions);
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        Timestamp dueBy = row.getTimestamp("due_by");
        String missing = row.getString("missing");
        return new Row(
                new DeliveryId(row.getObject("id", UUID.class)),
                Source.of(row.getString("source")).kind(),
                new RecipientId(row.getString("recipient")),
                Arrays.stream((String[]) row.getArray("partners").getArray())
                        .map(PartnerId::new)
                        .toList(),
                new Purpose(row.getString("purpose")),
                row.getString("channel"),
                row.getString("state"),
                row.getBoolean("paused") && row.getString("state").equals("DUE"),
                missing == null ? null : Shown.codeOf(missing),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                dueBy == null ? null : dueBy.toInstant(),
                row.getTimestamp("due_at").toInstant(),
                row.getInt("attempts"));
    }

    private record Row(
            DeliveryId id,
            Source.Kind kind,
            RecipientId recipient,
            List<PartnerId> partners,
            Purpose purpose,
            String channel,
            String state,
            boolean paused,
            @Nullable String missing,
            @Nullable String reason,
            Instant made,
            @Nullable Instant dueBy,
            Instant dueAt,
            int attempted) {

        Standing with(List<Standing.Attempt> attempts) {
            return new Standing(
                    id,
                    Shown.codeOf(kind.name()),
                    recipient,
                    partners,
                    purpose,
                    Shown.codeOf(channel),
                    Shown.codeOf(state),
                    paused,
                    missing,
                    reason,
                    made,
                    dueBy,
                    state.equals("DUE") ? dueAt : null,
                    attempted,
                    attempts);
        }
    }
}
