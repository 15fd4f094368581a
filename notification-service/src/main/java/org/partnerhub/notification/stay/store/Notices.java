package org.partnerhub.notification.stay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.stay.Addressee;
import org.partnerhub.notification.stay.GivenNotice;
import org.partnerhub.notification.stay.NoticeKind;
import org.partnerhub.notification.stay.Section;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notices that were given, each under the id of its delivery. */
@Repository
public class Notices {

    /** An item in a mailbox has arrived: it lies where the council can have it. */
    private static final String WITH_DELIVERY = """
            select stay_notice.*, delivery.state as delivery_state, delivery.channel as channel,
                   case when delivery.state in ('WAITING', 'COLLECTED', 'ACKNOWLEDGED') then stay_notice.given_at
                        when delivery.state = 'DELIVERED'
                        then greatest(stay_notice.given_at, (select max(ended_at) from delivery_attempt
                                                              where delivery_attempt.delivery = delivery.id)) end as arrived_at,
                   (select acknowledged_at from mailbox_acknowledgement where mailbox_acknowledgement.delivery = delivery.id)
                       as mailbox_acknowledged_at
              from stay_notice join delivery on delivery.id = stay_notice.id
            """;

    private final JdbcClient database;

    Notices(JdbcClient database) {
        this.database = database;
    }

    /** A notice and where it went. */
    public record Row(GivenNotice notice, RecipientId recipient, String deliveryState) {}

    public void add(GivenNotice notice, RecipientId recipient) {
        Section section = notice.section();
        database.sql("""
                        insert into stay_notice (id, visit, number, kind, to_role, to_code, recipient, section, about, given_at)
                        values (:id, :visit, :number, :kind, :role, :code, :recipient, :section, :about, :at)
                        """)
                .param("id", notice.id())
                .param("visit", notice.visit())
                .param("number", notice.number())
                .param("kind", notice.kind().name())
                .param("role", notice.to().role().name())
                .param("code", notice.to().of())
                .param("recipient", recipient.value())
                .param("section", section == null ? null : section.name())
                .param("about", notice.about())
                .param("at", Timestamp.from(notice.givenAt()))
                .update();
    }

    public List<Row> of(Collection<UUID> visits) {
        return database.sql(WITH_DELIVERY + " where visit = any(:visits) order by given_at, position")
                .param("visits", visits.toArray(UUID[]::new))
                .query(Notices::read)
                .list();
    }

    public Optional<Row> find(UUID id) {
        return database.sql(WITH_DELIVERY + " where stay_notice.id = :id")
                .param("id", id)
                .query(Notices::read)
                .optional();
    }

    public void withdraw(UUID id, Instant at) {
        database.sql("update stay_notice set withdrawn_at = :at where id = :id and withdrawn_at is null")
                .param("id", id)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** The first acknowledgement stands. */
    public void acknowledge(UUID id, Instant at, @Nullable String by, @Nullable String reference) {
        database.sql("""
                        update stay_notice set acknowledged_at = :at, acknowledged_by = :by, reference = :reference
                         where id = :id and acknowledged_at is null
                        """)
                .param("id", id)
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("reference", reference)
                .update();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        String section = row.getString("section");
        Instant own = instant(row.getTimestamp("acknowledged_at"));
        String state = row.getString("delivery_state");
        return new Row(
                new GivenNotice(
                        row.getObject("id", UUID.class),
                        row.getObject("visit", UUID.class),
                        row.getInt("number"),
                        NoticeKind.valueOf(row.getString("kind")),
                        new Addressee(Addressee.Role.valueOf(row.getString("to_role")), row.getString("to_code")),
                        section == null ? null : Section.valueOf(section),
                        row.getTimestamp("given_at").toInstant(),
                        instant(row.getTimestamp("arrived_at")),
                        own == null ? instant(row.getTimestamp("mailbox_acknowledged_at")) : own,
                        "MANUAL".equals(state),
                        row.getTimestamp("withdrawn_at") != null,
                        row.getObject("about", UUID.class)),
                new RecipientId(row.getString("recipient")),
                state);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
