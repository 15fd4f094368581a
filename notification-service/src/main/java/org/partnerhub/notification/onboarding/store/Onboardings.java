package org.partnerhub.notification.onboarding.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.notification.onboarding.Decision;
import org.partnerhub.notification.onboarding.Onboarding;
import org.partnerhub.notification.onboarding.OnboardingState;
import org.partnerhub.notification.onboarding.Organisation;
import org.partnerhub.notification.onboarding.Place;
import org.partnerhub.notification.onboarding.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Partners that are being taken on; a row is never deleted. */
@Repository
public class Onboardings {

    private static final int MOST = 200;

    private final JdbcClient database;
    private final JsonMapper json;

    Onboardings(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Keeps a proposal; nothing where the same partner is proposed or taken on already. */
    public Optional<Onboarding> propose(UUID id, Proposal proposal, String operator) {
        Organisation partner = proposal.partner();
        URI keys = proposal.keysUrl();
        return database.sql("""
                        insert into partner_onboarding (id, partner, name, kind, ods_code, recipients, rights, keys_url, reason,
                                                        proposed_by)
                        values (:id, :partner, :name, :kind, :odsCode, :recipients, :rights, :keysUrl, :reason, :operator)
                        on conflict (partner) where state <> 'REFUSED' do nothing
                        returning *
                        """)
                .param("id", id)
                .param("partner", partner.id().value())
                .param("name", partner.name())
                .param("kind", partner.kind())
                .param("odsCode", partner.odsCode())
                .param("recipients", json.writeValueAsString(proposal.recipients()))
                .param("rights", proposal.rights().stream().sorted().toArray(String[]::new))
                .param("keysUrl", keys == null ? null : keys.toString())
                .param("reason", proposal.reason())
                .param("operator", operator)
                .query(this::read)
                .optional();
    }

    public Optional<Onboarding> find(UUID id) {
        return database.sql("select * from partner_onboarding where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** The last of them, the newest first. */
    public List<Onboarding> newest() {
        return database.sql("select * from partner_onboarding order by proposed_at desc, id limit :most")
                .param("most", MOST)
                .query(this::read)
                .list();
    }

    /** Decides; nothing where it is not as the operator saw it. The proposer is kept out by the table itself too. */
    public Optional<Onboarding> decide(UUID id, Decision decision, String operator) {
        return database.sql("""
                        update partner_onboarding
                           set state = :state, version = version + 1, decided_by = :operator, decided_at = now(),
                               decision_reason = :reason
                         where id = :id and version = :version and state = 'PROPOSED' and proposed_by <> :operator
                        returning *
                        """)
                .param("id", id)
                .param("state", decision.approved() ? "APPROVED" : "REFUSED")
                .param("operator", operator)
                .param("reason", decision.reason())
                .param("version", decision.version())
                .query(this::read)
                .optional();
    }

    /** An approved one that has no client yet, held until the transaction ends; nothing where it is not as the operator saw it. */
    public Optional<Onboarding> held(UUID id, int version) {
        return database.sql("""
                        select * from partner_onboarding where id = :id and version = :version and state = 'APPROVED' for update
                        """)
                .param("id", id)
                .param("version", version)
                .query(this::read)
                .optional();
    }

    /** It has a client now. */
    public void registered(UUID id, String operator) {
        database.sql("""
                        update partner_onboarding
                           set state = 'REGISTERED', version = version + 1, registered_by = :operator, registered_at = now()
                         where id = :id
                        """).param("id", id).param("operator", operator).update();
    }

    private Onboarding read(ResultSet row, int number) throws SQLException {
        String keys = row.getString("keys_url");
        return new Onboarding(
                row.getObject("id", UUID.class),
                OnboardingState.valueOf(row.getString("state")),
                row.getInt("version"),
                new Organisation(
                        new PartnerId(row.getString("partner")),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("ods_code")),
                Arrays.asList(json.readValue(row.getString("recipients"), Place[].class)),
                Arrays.asList((String[]) row.getArray("rights").getArray()),
                keys == null ? null : URI.create(keys),
                row.getString("reason"),
                row.getString("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decided_by"),
                instant(row.getTimestamp("decided_at")),
                row.getString("decision_reason"),
                row.getString("registered_by"),
                instant(row.getTimestamp("registered_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
