package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Consents that came with referrals, kept only until consent-service has them. */
@Repository
public class ConsentDrafts {

    private final JdbcClient database;
    private final JsonMapper json;

    ConsentDrafts(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<JsonNode> find(ReferralId referral) {
        return database.sql("select consent from consent_draft where referral_id = :id")
                .param("id", referral.value())
                .query(String.class)
                .optional()
                .map(json::readTree);
    }

    public void recorded(ReferralId referral, ConsentId consent, Instant at) {
        settle(referral, consent, null, at);
    }

    /** consent-service will never take it. */
    public void unusable(ReferralId referral, String reason, Instant at) {
        settle(referral, null, reason, at);
    }

    /** The consent that came with a referral, once it is recorded. */
    public Optional<ConsentId> recorded(ReferralId referral) {
        return database.sql(
                        "select consent_id from referral_consent where referral_id = :id and consent_id is not null")
                .param("id", referral.value())
                .query(UUID.class)
                .optional()
                .map(ConsentId::new);
    }

    public boolean isUnusable(ReferralId referral) {
        return database.sql(
                        "select exists (select from referral_consent where referral_id = :id and refused_for is not null)")
                .param("id", referral.value())
                .query(Boolean.class)
                .single();
    }

    private void settle(ReferralId referral, @Nullable ConsentId consent, @Nullable String reason, Instant at) {
        database.sql("""
                        insert into referral_consent (referral_id, consent_id, refused_for, recorded_at)
                        values (:id, :consent, :reason, :at)
                        """)
                .param("id", referral.value())
                .param("consent", consent == null ? null : consent.value())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("delete from consent_draft where referral_id = :id")
                .param("id", referral.value())
                .update();
    }
}
