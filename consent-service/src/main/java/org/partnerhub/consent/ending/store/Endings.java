package org.partnerhub.consent.ending.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.ending.Ending;
import org.partnerhub.consent.ending.EndingId;
import org.partnerhub.consent.permit.Reliance;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Endings of consents, and what relied on them. */
@Repository
class Endings {

    /** What may have reached the recipient: said to have, turned away on reading, unknown, or never settled. */
    private static final String HOLDINGS = """
            SELECT p.recipient, p.purpose, min(p.issued_at) AS first_at, max(p.issued_at) AS last_at,
                   array_agg(DISTINCT category) AS categories
              FROM consent_ending_permit AS e JOIN permit AS p ON p.decision = e.decision
                   CROSS JOIN unnest(e.categories) AS category
             WHERE e.ending = :ending
               AND (p.outcome IS NULL OR p.outcome IN ('DELIVERED', 'UNKNOWN', 'GIVEN_UP', 'MANUAL'))
             GROUP BY p.recipient, p.purpose
             ORDER BY p.recipient, p.purpose
            """;

    private final JdbcClient jdbc;
    private final Permits permits;

    Endings(JdbcClient jdbc, Permits permits) {
        this.jdbc = jdbc;
        this.permits = permits;
    }

    /**
     * An ending as it stands.
     *
     * @param acknowledgedAt absent while something may be under way
     */
    record Stored(
            ConsentId consent,
            PersonId subject,
            Ending.Kind kind,
            @Nullable Instant acknowledgedAt) {}

    EndingId add(Ending ending, Instant at) {
        EndingId id = EndingId.fresh();
        jdbc.sql("""
                        INSERT INTO consent_ending (id, consent, subject, kind, stopped_at)
                        VALUES (:id, :consent, :subject, :kind, :at)
                        """)
                .param("id", id.value())
                .param("consent", ending.consent().value())
                .param("subject", ending.subject().value())
                .param("kind", ending.kind().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        addReliances(id, ending);
        return id;
    }

    private void addReliances(EndingId id, Ending ending) {
        List<String> decisions = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (Reliance reliance : permits.relyingOn(ending.consent())) {
            Set<Category> ended = ending.ended().apply(reliance);
            if (!ended.isEmpty()) {
                decisions.add(reliance.decision().toString());
                categories.add(ended.stream().map(Category::code).sorted().collect(Collectors.joining(" ")));
            }
        }
        jdbc.sql("""
                        INSERT INTO consent_ending_permit (ending, decision, categories)
                        SELECT :ending, decision, string_to_array(categories, ' ')
                          FROM unnest(CAST(:decisions AS uuid[]), CAST(:categories AS text[])) AS relied (decision, categories)
                        """)
                .param("ending", id.value())
                .param("decisions", decisions.toArray(String[]::new))
                .param("categories", categories.toArray(String[]::new))
                .update();
    }

    Stored get(EndingId id) {
        return jdbc.sql("SELECT * FROM consent_ending WHERE id = :id")
                .param("id", id.value())
                .query(Endings::stored)
                .single();
    }

    Optional<EndingId> withdrawalOf(ConsentId consent) {
        return jdbc.sql("SELECT id FROM consent_ending WHERE consent = :consent AND kind = 'WITHDRAWN'")
                .param("consent", consent.value())
                .query((row, number) -> new EndingId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Whether a permit that relied on what ended is open and had not expired at a time. */
    boolean isAnyUnderWay(EndingId id, Instant at) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT FROM consent_ending_permit e JOIN permit p ON p.decision = e.decision
                                        WHERE e.ending = :ending AND p.closed_at IS NULL AND p.expires_at > :at)
                        """)
                .param("ending", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** What each recipient was given, or may have been, in reliance on what ended. */
    List<Holding> holdings(EndingId id) {
        return jdbc.sql(HOLDINGS)
                .param("ending", id.value())
                .query(Endings::holding)
                .list();
    }

    /** Nothing is under way on it any more; false where that was noted before. */
    boolean acknowledge(EndingId id, Instant at) {
        return jdbc.sql("UPDATE consent_ending SET acknowledged_at = :at WHERE id = :id AND acknowledged_at IS NULL")
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    List<EndingId> unacknowledged(Instant before) {
        return jdbc.sql("""
                        SELECT id FROM consent_ending WHERE acknowledged_at IS NULL AND stopped_at < :before
                         ORDER BY stopped_at LIMIT 100
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new EndingId(row.getObject("id", UUID.class)))
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        OffsetDateTime acknowledged = row.getObject("acknowledged_at", OffsetDateTime.class);
        return new Stored(
                new ConsentId(row.getObject("consent", UUID.class)),
                new PersonId(row.getObject("subject", UUID.class)),
                Ending.Kind.valueOf(row.getString("kind")),
                acknowledged == null ? null : acknowledged.toInstant());
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
