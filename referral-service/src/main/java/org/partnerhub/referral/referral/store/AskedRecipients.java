package org.partnerhub.referral.referral.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;
import org.partnerhub.referral.referral.Said;
import org.partnerhub.referral.referral.TaskState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where each referral went and how it stands there. */
@Repository
public class AskedRecipients {

    private final JdbcClient database;

    AskedRecipients(JdbcClient database) {
        this.database = database;
    }

    /** Adds one; false where the referral already went there for the same purpose. */
    public boolean add(AskedRecipient asked, Instant at) {
        return database.sql("""
                        insert into referral_recipient (id, referral_id, ask, recipient, purpose, pathway, why_here, state,
                            delivery, due_by, answer_by, changed_at)
                        values (:id, :referral, :ask, :recipient, :purpose, :pathway, :whyHere, :state, :told, :dueBy,
                            :answerBy, :at)
                        on conflict (referral_id, recipient, purpose) do nothing
                        """)
                        .params(columns(asked, at))
                        .param("referral", asked.referral().value())
                        .param("ask", asked.ask())
                        .param("recipient", asked.recipient().value())
                        .param("purpose", asked.purpose().value())
                        .param("pathway", asked.pathway())
                        .param("whyHere", asked.whyHere())
                        .param("dueBy", column(asked.dueBy()))
                        .update()
                == 1;
    }

    /** Keeps what changed. */
    public void change(AskedRecipient asked, Instant at) {
        database.sql("""
                        update referral_recipient set state = :state, state_reason = :reason, better_place = :betterPlace,
                            outcome = :outcome, message = :message, delivery = :told, delivery_attempt = :attempt,
                            missing = :missing, needs = :needs, informed = :informed, answer_by = :answerBy,
                            escalated_to = :escalatedTo, changed_at = :at
                        where id = :id
                        """).params(columns(asked, at)).update();
    }

    public List<AskedRecipient> of(ReferralId referral) {
        return database.sql("select * from referral_recipient where referral_id = :referral order by changed_at, id")
                .param("referral", referral.value())
                .query(AskedRecipients::asked)
                .list();
    }

    /** Every recipient of a referral, held until the transaction ends. */
    public List<AskedRecipient> held(ReferralId referral) {
        return database.sql("select * from referral_recipient where referral_id = :referral order by id for update")
                .param("referral", referral.value())
                .query(AskedRecipients::asked)
                .list();
    }

    /** What was taken to a named role and is silent still, the longest first. */
    public List<AskedRecipient> escalated(int most) {
        return database.sql("""
                        select * from referral_recipient where escalated_to is not null
                        order by answer_by nulls last, id limit :most
                        """)
                .param("most", most)
                .query(AskedRecipients::asked)
                .list();
    }

    /** Some that are not over yet and whose recipient is none of these. */
    List<AskedRecipient> openElsewhere(List<String> recipients, int most) {
        return database.sql("""
                        select * from referral_recipient
                        where state in ('requested', 'accepted', 'in-progress', 'on-hold') and recipient not in (:recipients)
                        order by id limit :most for update skip locked
                        """)
                .param("recipients", recipients)
                .param("most", most)
                .query(AskedRecipients::asked)
                .list();
    }

    /** The rows of one recipient of a referral, held until the transaction ends. */
    public List<AskedRecipient> held(ReferralId referral, RecipientId recipient) {
        return database.sql("""
                        select * from referral_recipient where referral_id = :referral and recipient = :recipient
                        order by id for update
                        """)
                .param("referral", referral.value())
                .param("recipient", recipient.value())
                .query(AskedRecipients::asked)
                .list();
    }

    /** The one that is told under a delivery's id. */
    public Optional<AskedRecipient> find(DeliveryId delivery) {
        return database.sql("select * from referral_recipient where id = :id")
                .param("id", delivery.value())
                .query(AskedRecipients::asked)
                .optional();
    }

    /** The one that is told under a delivery's id, held until the transaction ends. */
    public Optional<AskedRecipient> held(DeliveryId delivery) {
        return database.sql("select * from referral_recipient where id = :id for update")
                .param("id", delivery.value())
                .query(AskedRecipients::asked)
                .optional();
    }

    private static Map<String, @Nullable Object> columns(AskedRecipient asked, Instant at) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("id", asked.delivery().value());
        columns.put("state", asked.state().code());
        columns.put("reason", asked.reason());
        columns.put("betterPlace", asked.betterPlace());
        columns.put("outcome", asked.outcome());
        columns.put("message", asked.said().message());
        columns.put("needs", asked.needs().toArray(String[]::new));
        columns.put("informed", asked.informed());
        columns.put("answerBy", column(asked.answerBy()));
        columns.put("escalatedTo", asked.escalatedTo());
        columns.put("told", asked.told().code());
        columns.put("attempt", asked.attempt());
        columns.put("missing", asked.missing());
        columns.put("at", at.atOffset(ZoneOffset.UTC));
        return columns;
    }

    private static AskedRecipient asked(ResultSet row, int number) throws SQLException {
        return new AskedRecipient(
                new DeliveryId(row.getObject("id", UUID.class)),
                new ReferralId(row.getObject("referral_id", UUID.class)),
                row.getInt("ask"),
                new RecipientId(row.getString("recipient")),
                new Purpose(row.getString("purpose")),
                row.getString("pathway"),
                row.getString("why_here"),
                TaskState.of(row.getString("state")),
                said(row),
                row.getBoolean("informed"),
                Delivery.of(row.getString("delivery")),
                row.getInt("delivery_attempt"),
                row.getString("missing"),
                instant(row, "due_by"),
                instant(row, "answer_by"),
                row.getString("escalated_to"));
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                row.getString("state_reason"),
                row.getString("better_place"),
                row.getString("outcome"),
                row.getString("message"),
                List.of((String[]) row.getArray("needs").getArray()));
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
