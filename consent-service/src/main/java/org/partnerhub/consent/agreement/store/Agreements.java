package org.partnerhub.consent.agreement.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Information sharing agreements as they stand, and every version that they ever had. */
@Repository
public class Agreements {

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Agreement> with(Set<PartnerId> partners) {
        return jdbc.sql("SELECT * FROM agreement WHERE partner = ANY (:partners)")
                .param("partners", AgreementRows.codes(partners))
                .query(AgreementRows::agreement)
                .list();
    }

    public Optional<KeptAgreement> find(String reference) {
        return jdbc.sql("SELECT * FROM agreement WHERE reference = :reference")
                .param("reference", reference)
                .query(AgreementRows::kept)
                .optional();
    }

    /** Every one, by reference: there are some for each partner, not thousands. */
    public List<KeptAgreement> all() {
        return jdbc.sql("SELECT * FROM agreement ORDER BY reference")
                .query(AgreementRows::kept)
                .list();
    }

    /** Its versions, oldest first. */
    public List<KeptAgreement> history(String reference) {
        return jdbc.sql("SELECT * FROM agreement_history WHERE reference = :reference ORDER BY version")
                .param("reference", reference)
                .query(AgreementRows::past)
                .list();
    }

    /** Adds one; false where there is one of that reference. */
    boolean add(KeptAgreement kept) {
        boolean added = statement("""
                                INSERT INTO agreement (reference, partner, purposes, categories, first_day, last_day, review_on,
                                    signed_by, version, recorded_at, recorded_by)
                                VALUES (:reference, :partner, :purposes, :categories, :from, :until, :reviewOn, :signedBy,
                                    :version, :at, :by)
                                ON CONFLICT (reference) DO NOTHING
                                """, kept)
                        .param("partner", kept.agreement().partner().value())
                        .update()
                == 1;
        if (added) {
            remember(kept);
        }
        return added;
    }

    /** Puts a version in place of the one before it; false where another came between. */
    boolean change(KeptAgreement next) {
        boolean changed = statement("""
                                UPDATE agreement
                                   SET purposes = :purposes, categories = :categories, first_day = :from, last_day = :until,
                                       review_on = :reviewOn, signed_by = :signedBy, version = :version, recorded_at = :at,
                                       recorded_by = :by
                                 WHERE reference = :reference AND version = :version - 1
                                """, next).update() == 1;
        if (changed) {
            remember(next);
        }
        return changed;
    }

    private JdbcClient.StatementSpec statement(String sql, KeptAgreement kept) {
        Agreement agreement = kept.agreement();
        return jdbc.sql(sql)
                .param("reference", agreement.reference())
                .param("purposes", AgreementRows.codes(agreement.purposes()))
                .param("categories", AgreementRows.categories(agreement.categories()))
                .param("from", agreement.from())
                .param("until", agreement.until())
                .param("reviewOn", agreement.reviewOn())
                .param("signedBy", AgreementRows.codes(agreement.signedBy()))
                .param("version", kept.version())
                .param("at", kept.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", kept.recordedBy());
    }

    private void remember(KeptAgreement kept) {
        jdbc.sql("""
                        INSERT INTO agreement_history (reference, version, agreement, recorded_at, recorded_by)
                        VALUES (:reference, :version, CAST(:agreement AS jsonb), :at, :by)
                        """)
                .param("reference", kept.agreement().reference())
                .param("version", kept.version())
                .param("agreement", AgreementRows.json(kept.agreement()))
                .param("at", kept.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", kept.recordedBy())
                .update();
    }

    /** Notes that something was told of a version; false where it was before. */
    boolean warn(KeptAgreement about, String what, Instant at) {
        return jdbc.sql("""
                                INSERT INTO agreement_warning (reference, version, what, at)
                                VALUES (:reference, :version, :what, :at) ON CONFLICT DO NOTHING
                                """)
                        .param("reference", about.agreement().reference())
                        .param("version", about.version())
                        .param("what", what)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
