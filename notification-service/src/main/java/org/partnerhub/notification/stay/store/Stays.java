package org.partnerhub.notification.stay.store;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.stay.StayView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** How each stay stands, as it was last worked out. */
@Repository
public class Stays {

    private final JdbcClient database;
    private final JsonMapper json;

    Stays(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A stay as it was last worked out.
     *
     * @param visit its first admission
     * @param nextAt when it has to be looked at again; absent where that needs a message
     */
    public record Row(
            UUID visit,
            int number,
            @Nullable PersonId subject,
            Set<PartnerId> partners,
            StayView view,
            @Nullable Instant nextAt) {}

    /** A stay that has to be looked at. */
    public record Due(UUID visit, @Nullable PersonId subject) {}

    /** Puts these in the place of all that was worked out before for the person and the visits. */
    public void replace(@Nullable PersonId subject, Collection<UUID> visits, List<Row> rows, Instant now) {
        database.sql("delete from stay where subject = :subject or visit = any(:visits)")
                .param("subject", subject == null ? null : subject.value())
                .param("visits", visits.toArray(UUID[]::new))
                .update();
        rows.forEach(row -> add(row, now));
    }

    private void add(Row row, Instant now) {
        PersonId subject = row.subject();
        LocalDate overdue = row.view().overdueSince();
        Instant next = row.nextAt();
        database.sql("""
                        insert into stay (visit, number, subject, admissions, partners, standing, overdue_since, view, next_at,
                                          concluded_at)
                        values (:visit, :number, :subject, :admissions, :partners, :standing, :overdue, :view, :next, :now)
                        """)
                .param("visit", row.visit())
                .param("number", row.number())
                .param("subject", subject == null ? null : subject.value())
                .param("admissions", row.view().admissions().toArray(UUID[]::new))
                .param("partners", row.partners().stream().map(PartnerId::value).toArray(String[]::new))
                .param("standing", row.view().state())
                .param("overdue", overdue == null ? null : Date.valueOf(overdue))
                .param("view", json.writeValueAsString(row.view()))
                .param("next", next == null ? null : Timestamp.from(next))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The stays that an admission is part of: one, or several where its number was used again. */
    public List<Row> ofAdmission(UUID admission) {
        return database.sql(
                        "select * from stay where admissions @> array[:admission]::uuid[] and view <> '{}' order by number, visit")
                .param("admission", admission)
                .query(this::read)
                .list();
    }

    /**
     * Stays, what has been overdue longest first.
     *
     * @param partner whose own; absent: everybody's
     * @param recipients those that were told of them, which may know of them too
     */
    public List<Row> list(@Nullable PartnerId partner, Collection<RecipientId> recipients, boolean overdue, int limit) {
        return database.sql("""
                        select stay.* from stay
                         where (cast(:partner as text) is null
                                or partners @> array[cast(:partner as text)]
                                or exists (select 1 from stay_notice
                                            where stay_notice.visit = any(stay.admissions)
                                              and stay_notice.recipient = any(:recipients)))
                           and (not :overdue or overdue_since is not null)
                           and view <> '{}'
                         order by overdue_since nulls last, (standing = 'for-a-person') desc, (standing = 'ended'), concluded_at, visit
                         limit :limit
                        """)
                .param("partner", partner == null ? null : partner.value())
                .param("recipients", recipients.stream().map(RecipientId::value).toArray(String[]::new))
                .param("overdue", overdue)
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    /** Takes stays that have to be looked at for a while: whoever takes them looks, and another does where it died. */
    public List<Due> claim(Instant now, Duration lease, int batch) {
        return database.sql("""
                        update stay set next_at = :until
                         where (visit, number) in (select visit, number from stay where next_at <= :now
                                                    order by next_at limit :batch for update skip locked)
                        returning visit, subject
                        """)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(lease)))
                .param("batch", batch)
                .query((row, _) -> {
                    UUID subject = row.getObject("subject", UUID.class);
                    return new Due(row.getObject("visit", UUID.class), subject == null ? null : new PersonId(subject));
                })
                .list();
    }

    /** How many stays are overdue. */
    public long overdue() {
        return database.sql("select count(*) from stay where overdue_since is not null")
                .query(Long.class)
                .single();
    }

    private Row read(ResultSet row, int number) throws SQLException {
        UUID subject = row.getObject("subject", UUID.class);
        Timestamp next = row.getTimestamp("next_at");
        String view = row.getString("view");
        return new Row(
                row.getObject("visit", UUID.class),
                row.getInt("number"),
                subject == null ? null : new PersonId(subject),
                partners(row.getArray("partners")),
                json.readValue(view, StayView.class),
                next == null ? null : next.toInstant());
    }

    private static Set<PartnerId> partners(Array column) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(PartnerId::new).collect(Collectors.toSet());
    }
}
