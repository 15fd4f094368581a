package org.partnerhub.referral.referral.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.Ask;
import org.partnerhub.referral.referral.Incident;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Level;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.ReferralFilter;
import org.partnerhub.referral.referral.SentReferral;
import org.partnerhub.referral.referral.Urgency;
import org.partnerhub.referral.story.Theme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every referral that was taken. */
@Repository
public class Referrals {

    private static final TypeReference<List<Ask>> ASKS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    Referrals(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a referral and the consent that came with it; in the caller's transaction. */
    void add(ReferralId id, PersonId subject, PartnerId sender, SentReferral sent, Instant at) {
        database.sql("""
                        insert into referral (id, person_id, sender, kind, asks, reason, themes, level, urgency, incident,
                            occurred_at, received_at, answer_to)
                        values (:id, :person, :sender, :kind, :asks::jsonb, :reason, :themes, :level, :urgency,
                            :incident::jsonb, :occurredAt, :receivedAt, :answerTo)
                        """)
                .params(columns(sent))
                .param("id", id.value())
                .param("person", subject.value())
                .param("sender", sender.value())
                .param("receivedAt", at.atOffset(ZoneOffset.UTC))
                .update();
        JsonNode consent = sent.consent();
        if (consent != null) {
            database.sql("insert into consent_draft (referral_id, consent) values (:id, :consent::jsonb)")
                    .param("id", id.value())
                    .param("consent", json.writeValueAsString(consent))
                    .update();
        }
    }

    private Map<String, @Nullable Object> columns(SentReferral sent) {
        Level level = sent.level();
        Incident incident = sent.incident();
        Instant occurredAt = sent.occurredAt();
        RecipientId answerTo = sent.answerTo();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("answerTo", answerTo == null ? null : answerTo.value());
        columns.put("kind", sent.kind().code());
        columns.put("asks", json.writeValueAsString(sent.asks()));
        columns.put("reason", sent.reason());
        columns.put("themes", sent.themes().stream().map(Theme::code).toArray(String[]::new));
        columns.put("level", level == null ? null : level.code());
        columns.put("urgency", sent.urgency().code());
        columns.put("incident", incident == null ? null : json.writeValueAsString(incident));
        columns.put("occurredAt", occurredAt == null ? null : occurredAt.atOffset(ZoneOffset.UTC));
        return columns;
    }

    public Optional<Referral> find(ReferralId id) {
        return database.sql("""
                        select referral.*, person.current_id from referral join person on person.id = person_id
                        where referral.id = :id
                        """).param("id", id.value()).query(this::referral).optional();
    }

    /** The newest referrals that a partner sent or that went to recipients that it runs, and which of the two. */
    public List<Listed> of(PartnerId partner, List<String> recipients, ReferralFilter filter, int most) {
        return database.sql("""
                        select referral.id, current_id, received_at, sender = :partner as sent
                        from referral join person on person.id = person_id
                        where ((:sent and sender = :partner)
                           or (:received and referral.id in (
                                select referral_id from referral_recipient
                                where recipient in (:recipients) and delivery in ('delivered', 'waiting-in-mailbox', 'unknown')
                                  and (:state::text is null or state = :state))))
                          and (:person::uuid is null or :person in (person_id, current_id))
                          and (:before::timestamptz is null or received_at < :before)
                        order by received_at desc limit :most
                        """)
                .params(filter.columns())
                .param("partner", partner.value())
                .param("recipients", filter.of(recipients))
                .param("most", most)
                .query((row, number) -> new Listed(
                        new ReferralId(row.getObject("id", UUID.class)),
                        new PersonId(row.getObject("current_id", UUID.class)),
                        row.getBoolean("sent"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A referral in a list: ids only. */
    public record Listed(ReferralId id, PersonId person, boolean sent, Instant receivedAt) {}

    /** Notes that routing is done; false where it was done before. */
    public boolean routed(ReferralId id, Instant at) {
        return database.sql("update referral set routed_at = :at where id = :id and routed_at is null")
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Holds a referral until the transaction ends, so that two who act on it take turns. */
    public Optional<Referral> held(ReferralId id) {
        return database.sql("""
                        select referral.*, person.current_id from referral join person on person.id = person_id
                        where referral.id = :id for no key update of referral
                        """).param("id", id.value()).query(this::referral).optional();
    }

    /** Keeps what somebody found the child's area to be. */
    public void areaFound(ReferralId id, String area) {
        database.sql("update referral set area_found = :area where id = :id")
                .param("area", area)
                .param("id", id.value())
                .update();
    }

    private Referral referral(ResultSet row, int number) throws SQLException {
        String level = row.getString("level");
        String incident = row.getString("incident");
        String answerTo = row.getString("answer_to");
        OffsetDateTime occurredAt = row.getObject("occurred_at", OffsetDateTime.class);
        return new Referral(
                new ReferralId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("current_id", UUID.class)),
                new PartnerId(row.getString("sender")),
                Kind.of(row.getString("kind")),
                json.readValue(row.getString("asks"), ASKS),
                row.getString("reason"),
                Arrays.stream((String[]) row.getArray("themes").getArray())
                        .map(Theme::of)
                        .toList(),
                level == null ? null : Level.of(level),
                Urgency.of(row.getString("urgency")),
                incident == null ? null : json.readValue(incident, Incident.class),
                occurredAt == null ? null : occurredAt.toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                answerTo == null ? null : new RecipientId(answerTo),
                row.getString("area_found"));
    }
}
