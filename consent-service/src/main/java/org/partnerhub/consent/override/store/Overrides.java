package org.partnerhub.consent.override.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.override.OverridesOfSubject;
import org.partnerhub.consent.override.Queued;
import org.partnerhub.consent.override.Use;
import org.partnerhub.consent.person.store.SamePeople;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.RecipientId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Overrides with their reviews, and what was permitted in reliance on them. Nothing is ever deleted. */
@Repository
public class Overrides {

    private final JdbcClient jdbc;
    private final SamePeople people;

    Overrides(JdbcClient jdbc, SamePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** Those about a person, under any of their ids, that may stand at a moment. */
    public OverridesOfSubject of(PersonId subject, Instant now) {
        return new OverridesOfSubject(jdbc.sql(
                        "SELECT * FROM sharing_override WHERE subject = ANY (:ids) AND ends_at > :now AND ended_at IS NULL")
                .param("ids", people.everyId(subject))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OverrideRows::record)
                .list());
    }

    public Optional<Queued> find(OverrideId id) {
        return jdbc.sql("SELECT * FROM sharing_override WHERE id = :id")
                .param("id", id.value())
                .query(OverrideRows::queued)
                .optional();
    }

    /** What waits for a review, what is late first. */
    public List<Queued> waiting(int most) {
        return jdbc.sql("SELECT * FROM sharing_override WHERE reviewed_at IS NULL ORDER BY review_due, id LIMIT :most")
                .param("most", most)
                .query(OverrideRows::queued)
                .list();
    }

    /** Every one: what waits for a review before the reviewed, of both the newest first. */
    public List<Queued> newest(int most) {
        return jdbc.sql(
                        "SELECT * FROM sharing_override ORDER BY reviewed_at IS NOT NULL, authorised_at DESC, id LIMIT :most")
                .param("most", most)
                .query(OverrideRows::queued)
                .list();
    }

    /** What was permitted in reliance on one, oldest first. */
    public List<Use> uses(OverrideId id) {
        return jdbc.sql("SELECT * FROM override_use WHERE override = :id ORDER BY at, decision LIMIT 1000")
                .param("id", id.value())
                .query(OverrideRows::use)
                .list();
    }

    /** Notes that a decision relies on it; in the decision's transaction. */
    public void use(
            OverrideRecord override,
            DecisionId decision,
            RecipientId recipient,
            List<Category> categories,
            Instant at) {
        jdbc.sql("""
                        INSERT INTO override_use (override, decision, recipient, categories, at)
                        VALUES (:override, :decision, :recipient, :categories, :at)
                        """)
                .param("override", override.id().value())
                .param("decision", decision.value())
                .param("recipient", recipient.value())
                .param("categories", OverrideRows.categories(categories))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What an officer authorised under a key before. */
    Optional<Queued> byKey(String officer, String key) {
        return jdbc.sql("SELECT * FROM sharing_override WHERE authorised_by = :officer AND request_key = :key")
                .param("officer", officer)
                .param("key", key)
                .query(OverrideRows::queued)
                .optional();
    }

    void add(Queued queued, @Nullable String key) {
        OverrideRecord override = queued.override();
        jdbc.sql("""
                        INSERT INTO sharing_override (id, subject, ground, purpose, recipients, categories, despite_refusal,
                            authorised_by, role, authorised_at, ends_at, review_due, request_key)
                        VALUES (:id, :subject, :ground, :purpose, :recipients, :categories, :despite, :by, :role, :at, :ends, :due, :key)
                        """)
                .param("id", override.id().value())
                .param("subject", override.subject().value())
                .param("ground", override.ground().code())
                .param("purpose", override.purpose().value())
                .param(
                        "recipients",
                        override.recipients().stream()
                                .map(RecipientId::value)
                                .sorted()
                                .toArray(String[]::new))
                .param("categories", OverrideRows.categories(override.categories()))
                .param("despite", override.despiteRefusal())
                .param("by", override.authorisedBy())
                .param("role", override.role())
                .param("at", override.authorisedAt().atOffset(ZoneOffset.UTC))
                .param("ends", override.endsAt().atOffset(ZoneOffset.UTC))
                .param("due", queued.review().dueBy().atOffset(ZoneOffset.UTC))
                .param("key", key)
                .update();
    }

    /** Records the finding; false where it has one. An override that is not upheld ends with it. */
    boolean review(OverrideId id, String officer, boolean upheld, Instant at) {
        return jdbc.sql("""
                        UPDATE sharing_override
                           SET reviewed_by = :officer, reviewed_at = :at, upheld = :upheld,
                               ended_at = CASE WHEN :upheld THEN NULL ELSE CAST(:at AS timestamptz) END
                         WHERE id = :id AND reviewed_at IS NULL
                        """)
                        .param("id", id.value())
                        .param("officer", officer)
                        .param("upheld", upheld)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Marks those that nobody reviewed in time, each once. */
    List<OverrideRecord> escalate(Instant now) {
        return jdbc.sql("""
                        UPDATE sharing_override SET escalated_at = :now
                         WHERE id IN (SELECT id FROM sharing_override
                                       WHERE reviewed_at IS NULL AND escalated_at IS NULL AND review_due <= :now
                                       LIMIT 100 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(OverrideRows::record)
                .list();
    }

    /** How many wait, and how many of them are late. */
    Backlog backlog() {
        return jdbc.sql("""
                        SELECT count(*) AS waiting, count(escalated_at) AS escalated
                          FROM sharing_override WHERE reviewed_at IS NULL
                        """)
                .query((row, number) -> new Backlog(row.getLong("waiting"), row.getLong("escalated")))
                .single();
    }

    record Backlog(long waiting, long escalated) {}
}
