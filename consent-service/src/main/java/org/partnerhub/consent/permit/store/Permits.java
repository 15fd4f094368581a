package org.partnerhub.consent.permit.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.Holding;
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

    /** What may have reached the recipient: said to have, turned away on reading, unknown, or never settled. */
    private static final String HOLDINGS = """
            SELECT recipient, purpose, min(issued_at) AS first_at, max(issued_at) AS last_at,
                   array(SELECT DISTINCT category FROM permit AS each, unnest(each.categories) AS category
                          WHERE each.subject = :subject AND :consent = ANY (each.consents) AND each.recipient = p.recipient AND each.purpose = p.purpose
                            AND (each.outcome IS NULL OR each.outcome IN ('DELIVERED', 'UNKNOWN', 'GIVEN_UP', 'MANUAL'))) AS categories
              FROM permit AS p
             WHERE subject = :subject AND :consent = ANY (consents) AND (outcome IS NULL OR outcome IN ('DELIVERED', 'UNKNOWN', 'GIVEN_UP', 'MANUAL'))
             GROUP BY recipient, purpose
             ORDER BY recipient, purpose
            """;

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

    /**
     * Whether anything may still be under way on a consent.
     *
     * @param clockDifference by how much another service's clock may be behind ours
     */
    public boolean isAnyOpen(PersonId subject, ConsentId consent, Instant now, Duration clockDifference) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM permit
                                        WHERE subject = :subject AND :consent = ANY (consents) AND closed_at IS NULL AND expires_at > :time)
                        """)
                .param("subject", subject.value())
                .param("consent", consent.value())
                .param("time", now.minus(clockDifference).atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What each recipient was given, or may have been, in reliance on a consent. */
    public List<Holding> holdings(PersonId subject, ConsentId consent) {
        return jdbc.sql(HOLDINGS)
                .param("subject", subject.value())
                .param("consent", consent.value())
                .query(Permits::holding)
                .list();
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                new RecipientId(row.getString("recipient")),
                new Purpose(row.getString("purpose")),
                Arrays.stream((String[]) row.getArray("categories").getArray())
                        .map(Category::of)
                        .collect(Collectors.toSet()),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant());
    }
}
