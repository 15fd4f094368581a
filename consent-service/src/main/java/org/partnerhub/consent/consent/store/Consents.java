package org.partnerhub.consent.consent.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
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

/** Consents and refusals. Nothing is ever deleted, and a row changes only by withdrawal. */
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

    /** Those recorded under any id of the person. */
    public ConsentsOfSubject of(PersonId subject) {
        return new ConsentsOfSubject(jdbc.sql("SELECT * FROM consent WHERE subject = ANY (:ids)")
                .param("ids", people.everyId(subject))
                .query(ConsentRows::record)
                .list());
    }

    void add(ConsentRecord consent, @Nullable ReferralId referral) {
        ConsentTerms terms = consent.terms();
        ConsentTerms.Assessor assessor = terms.givenBy().assessor();
        jdbc.sql("""
                        INSERT INTO consent (id, subject, given, capacity, giver, assessor_name, assessor_role, assessed_on,
                            purposes, recipient_kinds, recipient_ids, categories, first_day, last_day,
                            evidence_kind, evidence_reference, obtained_on, recorded_by, recorded_at, referral)
                        VALUES (:id, :subject, :given, :capacity, :giver, :assessorName, :assessorRole, :assessedOn,
                            :purposes, :kinds, :ids, :categories, :from, :until,
                            :evidence, :reference, :obtainedOn, :recordedBy, :recordedAt, :referral)
                        """)
                .param("id", consent.id().value())
                .param("subject", consent.subject().value())
                .param("given", consent.isGiven())
                .param("capacity", terms.givenBy().capacity().code())
                .param("giver", terms.givenBy().name())
                .param("assessorName", assessor == null ? null : assessor.name())
                .param("assessorRole", assessor == null ? null : assessor.role())
                .param("assessedOn", assessor == null ? null : assessor.assessedOn())
                .param("purposes", ConsentRows.codes(terms.purposes()))
                .param("kinds", ConsentRows.codes(terms.recipients().kinds()))
                .param("ids", ConsentRows.codes(terms.recipients().ids()))
                .param("categories", ConsentRows.categories(terms.categories()))
                .param("from", terms.from())
                .param("until", terms.until())
                .param("evidence", terms.evidence().kind())
                .param("reference", terms.evidence().reference())
                .param("obtainedOn", terms.obtainedOn())
                .param("recordedBy", consent.recordedBy().value())
                .param("recordedAt", consent.recordedAt().atOffset(ZoneOffset.UTC))
                .param("referral", referral == null ? null : referral.value())
                .update();
    }

    /** From now on no decision relies on it; false where it was withdrawn before. */
    public boolean withdraw(ConsentId id, Instant at) {
        return jdbc.sql("UPDATE consent SET withdrawn_at = :at WHERE id = :id AND withdrawn_at IS NULL")
                        .param("id", id.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
