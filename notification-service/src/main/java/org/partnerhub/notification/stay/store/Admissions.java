package org.partnerhub.notification.stay.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.StayReport;
import org.partnerhub.notification.stay.Told;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What settings and people told about stays, word for word. */
@Repository
public class Admissions {

    private final JdbcClient database;
    private final JsonMapper json;

    Admissions(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A message to store.
     *
     * @param key the sender's own id of it
     * @param visit which visit it is about; absent where it is about a patient alone, or unreadable
     * @param report what it says; absent where nobody could read it
     * @param unreadable why not, as a code
     */
    public record Message(
            UUID id,
            PartnerId partner,
            String channel,
            String key,
            String bodyHash,
            String body,
            @Nullable UUID visit,
            @Nullable StayReport report,
            @Nullable String unreadable) {

        @Override
        public String toString() {
            return "Message[" + id + "]";
        }
    }

    /** What is known of a stored message without its content. */
    public record Stored(
            UUID id,
            PartnerId partner,
            String bodyHash,
            @Nullable UUID visit,
            @Nullable String patient,
            @Nullable String formerPatient) {}

    /** A message that nobody could read. */
    public record Unreadable(
            UUID id, PartnerId partner, String channel, String reason, Instant receivedAt, String body) {

        @Override
        public String toString() {
            return "Unreadable[" + id + "]";
        }
    }

    /** Whether it was added; where the partner used the key before, it was not. */
    public boolean add(Message message) {
        StayReport report = message.report();
        return database.sql("""
                        insert into admission_message (id, partner, channel, idempotency_key, body_hash, body, visit, patient,
                                                       former_patient, report, unreadable)
                        values (:id, :partner, :channel, :key, :bodyHash, :body, :visit, :patient, :formerPatient, :report,
                                :unreadable)
                        on conflict (partner, idempotency_key) do nothing
                        """)
                        .param("id", message.id())
                        .param("partner", message.partner().value())
                        .param("channel", message.channel())
                        .param("key", message.key())
                        .param("bodyHash", message.bodyHash())
                        .param("body", message.body())
                        .param("visit", message.visit())
                        .param("patient", report == null ? null : report.patient())
                        .param("formerPatient", report == null ? null : report.formerPatient())
                        .param("report", report == null ? null : json.writeValueAsString(report))
                        .param("unreadable", message.unreadable())
                        .update()
                == 1;
    }

    public Optional<Stored> byKey(PartnerId partner, String key) {
        return database.sql("select * from admission_message where partner = :partner and idempotency_key = :key")
                .param("partner", partner.value())
                .param("key", key)
                .query(Admissions::stored)
                .optional();
    }

    public Optional<Stored> find(UUID id) {
        return database.sql("select * from admission_message where id = :id")
                .param("id", id)
                .query(Admissions::stored)
                .optional();
    }

    /** Everything that was told about a visit itself. */
    public List<Told> ofVisit(UUID visit) {
        return database.sql("select * from admission_message where visit = :visit and report is not null")
                .param("visit", visit)
                .query(this::told)
                .list();
    }

    /** What was told about any of a setting's patients with these numbers, and about no visit. */
    public List<Told> ofPatients(PartnerId partner, Collection<String> patients) {
        return database.sql("""
                        select * from admission_message
                         where partner = :partner and visit is null and report is not null and patient = any(:patients)
                        """)
                .param("partner", partner.value())
                .param("patients", patients.toArray(String[]::new))
                .query(this::told)
                .list();
    }

    /** The numbers of the patients that a visit's messages name. */
    public List<String> patientsOf(UUID visit) {
        return database.sql(
                        "select distinct patient from admission_message where visit = :visit and patient is not null")
                .param("visit", visit)
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The patient's numbers, with all that were ever merged with them, directly or not. */
    public List<String> samePatients(PartnerId partner, Collection<String> patients) {
        return database.sql("""
                        with recursive same (number) as (
                            select unnest(cast(:patients as text[]))
                            union
                            select case when merge.patient = same.number then merge.former_patient else merge.patient end
                              from same
                              join admission_message merge
                                on merge.partner = :partner and merge.former_patient is not null
                               and same.number in (merge.patient, merge.former_patient)
                        )
                        select distinct number from same where number is not null
                        """)
                .param("partner", partner.value())
                .param("patients", patients.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** The setting's visits of these patients. */
    public List<UUID> visitsOf(PartnerId partner, Collection<String> patients) {
        return database.sql("""
                        select distinct visit from admission_message
                         where partner = :partner and patient = any(:patients) and visit is not null
                        """)
                .param("partner", partner.value())
                .param("patients", patients.toArray(String[]::new))
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** What nobody could read and no operator has looked at, oldest first. */
    public List<Unreadable> unreadable(int limit) {
        return database.sql("""
                        select * from admission_message where unreadable is not null and looked_at is null
                         order by received_at limit :limit
                        """)
                .param("limit", limit)
                .query((row, _) -> new Unreadable(
                        row.getObject("id", UUID.class),
                        new PartnerId(row.getString("partner")),
                        row.getString("channel"),
                        row.getString("unreadable"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("body")))
                .list();
    }

    /** Whether there was such a message to be marked as looked at. */
    public boolean lookedAt(UUID message, String by) {
        return database.sql("""
                        update admission_message set looked_at = now(), looked_at_by = :by
                         where id = :id and unreadable is not null and looked_at is null
                        """).param("id", message).param("by", by).update() == 1;
    }

    private Told told(ResultSet row, int number) throws SQLException {
        String report = row.getString("report");
        StayReport read = json.readValue(report, StayReport.class);
        return new Told(
                new PartnerId(row.getString("partner")),
                row.getObject("visit", UUID.class),
                read,
                json.writeValueAsString(read));
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new PartnerId(row.getString("partner")),
                row.getString("body_hash"),
                row.getObject("visit", UUID.class),
                row.getString("patient"),
                row.getString("former_patient"));
    }
}
