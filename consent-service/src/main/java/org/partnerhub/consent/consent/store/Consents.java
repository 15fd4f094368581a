package org.partnerhub.consent.consent.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.person.store.SamePeople;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Consents and refusals as they stand. Nothing is ever deleted; what a renewal, a narrowing or a withdrawal changes is kept as it was in
 * {@link ConsentHistory}.
 */
@Repository
public class Consents {

    private final JdbcClient jdbc;
    private final SamePeople people;

    Consents(JdbcClient jdbc, SamePeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    public Optional<ConsentRecord> find(ConsentId id) {
        return jdbc.sql("SELECT * FROM consent WHERE id = :id")
                .param("id", id.value())
                .query(ConsentRows::record)
                .optional();
    }

    public Optional<ConsentRecord> find(ReferralId referral) {
        return jdbc.sql("SELECT * FROM consent WHERE referral = :referral")
                .param("referral", referral.value())
                .query(ConsentRows::record)
                .optional();
    }

    /** What counts for decisions, under any id of the person: each as it stands, and what narrowings took away. */
    public ConsentsOfSubject of(PersonId subject) {
        UUID[] ids = people.everyId(subject);
        List<ConsentRecord> standing = jdbc.sql("SELECT * FROM consent WHERE subject = ANY (:ids)")
                .param("ids", ids)
                .query(ConsentRows::record)
                .list();
        boolean changed = standing.stream().anyMatch(it -> it.version() > 1);
        return new ConsentsOfSubject(
                changed ? Stream.concat(standing.stream(), takenAway(ids)).toList() : standing);
    }

    private Stream<ConsentRecord> takenAway(UUID[] ids) {
        return jdbc.sql("""
                        SELECT c.id, c.subject, c.recorded_by, earlier.terms, earlier.at, narrowed.at AS narrowed_at
                          FROM consent c
                          JOIN consent_history narrowed ON narrowed.consent = c.id AND narrowed.what = 'narrowed'
                          JOIN LATERAL (SELECT terms, at FROM consent_history
                                         WHERE consent = c.id AND number < narrowed.number AND terms IS NOT NULL
                                         ORDER BY number DESC LIMIT 1) earlier ON true
                         WHERE c.subject = ANY (:ids) AND c.version > 1
                        """).param("ids", ids).query(ConsentRows::takenAway).list().stream();
    }

    /**
     * Adds a new one; its history is the caller's to begin.
     *
     * @param referral that it came with
     */
    public void add(ConsentRecord consent, @Nullable ReferralId referral) {
        statement("""
                        INSERT INTO consent (id, subject, given, capacity, giver, assessor_name, assessor_role, assessed_on,
                            purposes, recipient_kinds, recipient_ids, categories, exceptions, first_day, last_day,
                            evidence_kind, evidence_reference, obtained_on, recorded_by, recorded_at, referral, begun_at)
                        VALUES (:id, :subject, :given, :capacity, :giver, :assessorName, :assessorRole, :assessedOn,
                            :purposes, :kinds, :ids, :categories, CAST(:exceptions AS jsonb), :from, :until,
                            :evidence, :reference, :obtainedOn, :recordedBy, :recordedAt, :referral, :begunAt)
                        """, consent)
                .param("subject", consent.subject().value())
                .param("given", consent.isGiven())
                .param("recordedBy", consent.recordedBy().value())
                .param("referral", referral == null ? null : referral.value())
                .update();
    }

    /** Puts its next version in place of the one before. */
    public void change(ConsentRecord next) {
        statement("""
                        UPDATE consent
                           SET capacity = :capacity, giver = :giver, assessor_name = :assessorName, assessor_role = :assessorRole,
                               assessed_on = :assessedOn, purposes = :purposes, recipient_kinds = :kinds, recipient_ids = :ids,
                               categories = :categories, exceptions = CAST(:exceptions AS jsonb), first_day = :from,
                               last_day = :until, evidence_kind = :evidence, evidence_reference = :reference,
                               obtained_on = :obtainedOn, recorded_at = :recordedAt, version = :version, begun_at = :begunAt,
                               expired_at = NULL
                         WHERE id = :id AND version = :version - 1
                        """, next).param("version", next.version()).update();
    }

    private JdbcClient.StatementSpec statement(String sql, ConsentRecord consent) {
        ConsentTerms terms = consent.terms();
        ConsentTerms.Assessor assessor = terms.givenBy().assessor();
        OffsetDateTime at = consent.recordedAt().atOffset(ZoneOffset.UTC);
        boolean begun = consent.hasBegun(
                consent.recordedAt().atZone(ConsentRecord.ENGLAND).toLocalDate());
        return jdbc.sql(sql)
                .param("id", consent.id().value())
                .param("capacity", terms.givenBy().capacity().code())
                .param("giver", terms.givenBy().name())
                .param("assessorName", assessor == null ? null : assessor.name())
                .param("assessorRole", assessor == null ? null : assessor.role())
                .param("assessedOn", assessor == null ? null : assessor.assessedOn())
                .param("purposes", ConsentRows.codes(terms.purposes()))
                .param("kinds", ConsentRows.codes(terms.recipients().kinds()))
                .param("ids", ConsentRows.codes(terms.recipients().ids()))
                .param("categories", ConsentRows.categories(terms.categories()))
                .param("exceptions", TermsJson.writeExceptions(terms))
                .param("from", terms.from())
                .param("until", terms.until())
                .param("evidence", terms.evidence().kind())
                .param("reference", terms.evidence().reference())
                .param("obtainedOn", terms.obtainedOn())
                .param("recordedAt", at)
                .param("begunAt", begun ? at : null);
    }

    /** From now on no decision relies on it; false where it was withdrawn before. */
    public boolean withdraw(ConsentId id, Instant at) {
        return jdbc.sql("UPDATE consent SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Those that begin by a day and have not been seen to. */
    public List<ConsentRecord> notBegun(LocalDate today, int most) {
        return jdbc.sql("""
                        SELECT * FROM consent
                         WHERE begun_at IS NULL AND withdrawn_at IS NULL AND first_day <= :today
                         ORDER BY first_day LIMIT :most
                        """)
                .param("today", today)
                .param("most", most)
                .query(ConsentRows::record)
                .list();
    }

    /** It has begun; false where that was noted before. */
    public boolean begin(ConsentId id, LocalDate today, Instant at) {
        return jdbc.sql("""
                                UPDATE consent SET begun_at = :at
                                 WHERE id = :id AND begun_at IS NULL AND withdrawn_at IS NULL AND first_day <= :today
                                """)
                        .param("id", id.value())
                        .param("today", today)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Consents that were over before a day and have not been seen to be. A refusal does not run out. */
    public List<ConsentRecord> notExpired(LocalDate today, int most) {
        return jdbc.sql("""
                        SELECT * FROM consent
                         WHERE given AND expired_at IS NULL AND withdrawn_at IS NULL AND last_day < :today
                         ORDER BY last_day LIMIT :most
                        """)
                .param("today", today)
                .param("most", most)
                .query(ConsentRows::record)
                .list();
    }

    /** It has expired; false where that was noted before, or is not so any more. */
    public boolean expire(ConsentId id, LocalDate today, Instant at) {
        return jdbc.sql("""
                                UPDATE consent SET expired_at = :at
                                 WHERE id = :id AND given AND expired_at IS NULL AND withdrawn_at IS NULL AND last_day < :today
                                """)
                        .param("id", id.value())
                        .param("today", today)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
