package org.partnerhub.consent.permit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.partnerhub.consent.permit.Reliance;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Permits that were issued: open until their attempt is settled or they expire. */
@Repository
public class Permits {

    private final JdbcClient jdbc;

    Permits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens it; in the transaction of its decision. */
    public void open(Permit permit, List<ConsentId> consents, Instant issuedAt) {
        jdbc.sql("""
                        INSERT INTO permit (decision, subject, consents, recipient, purpose, categories, issued_at, expires_at)
                        VALUES (:decision, :subject, CAST(:consents AS uuid[]), :recipient, :purpose, :categories, :issuedAt, :expiresAt)
                        """)
                .param("decision", permit.decision().value())
                .param("subject", permit.subject().value())
                .param("consents", consents.stream().map(ConsentId::toString).toArray(String[]::new))
                .param("recipient", permit.recipient().value())
                .param("purpose", permit.purpose().value())
                .param(
                        "categories",
                        permit.categories().stream().map(Category::code).toArray(String[]::new))
                .param("issuedAt", issuedAt.atOffset(ZoneOffset.UTC))
                .param("expiresAt", permit.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Records how the attempt under a decision ended, and closes its permit. Where the end is unknown somebody may still be sending, so
     * the permit counts as open until it expires.
     */
    public void close(DecisionId decision, DisclosureSettled.Outcome outcome, Instant at) {
        jdbc.sql(
                        "UPDATE permit SET closed_at = CASE WHEN :outcome = 'UNKNOWN' THEN NULL ELSE CAST(:at AS timestamptz) END, outcome = :outcome WHERE decision = :decision")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome.name())
                .param("decision", decision.value())
                .update();
    }

    /** What left, or may have left or be leaving, in reliance on a consent. */
    public List<Reliance> relyingOn(ConsentId consent) {
        return jdbc.sql("""
                        SELECT decision, recipient, purpose, categories FROM permit
                         WHERE consents @> ARRAY[CAST(:consent AS uuid)]
                           AND (closed_at IS NULL OR outcome IN ('DELIVERED', 'UNKNOWN', 'GIVEN_UP', 'MANUAL'))
                        """)
                .param("consent", consent.value())
                .query(Permits::reliance)
                .list();
    }

    /** A permit of which nobody said how it ended. */
    public record NeverTold(DecisionId decision, PersonId subject, RecipientId recipient, Purpose purpose) {}

    /** Those that expired before a time, a hundred at most, held until the transaction ends; several may look at once. */
    public List<NeverTold> neverTold(Instant before) {
        return jdbc.sql("""
                        SELECT decision, subject, recipient, purpose FROM permit
                         WHERE outcome IS NULL AND expires_at < :before
                         ORDER BY expires_at LIMIT 100 FOR UPDATE SKIP LOCKED
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new NeverTold(
                        new DecisionId(row.getObject("decision", UUID.class)),
                        new PersonId(row.getObject("subject", UUID.class)),
                        new RecipientId(row.getString("recipient")),
                        new Purpose(row.getString("purpose"))))
                .list();
    }

    private static Reliance reliance(ResultSet row, int number) throws SQLException {
        return new Reliance(
                new DecisionId(row.getObject("decision", UUID.class)),
                new RecipientId(row.getString("recipient")),
                new Purpose(row.getString("purpose")),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(Category::of)
                        .collect(Collectors.toSet()));
    }
}
