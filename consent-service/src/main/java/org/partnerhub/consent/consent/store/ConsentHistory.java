package org.partnerhub.consent.consent.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.consent.consent.Happening;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each consent; added to under its person's lock, never changed. */
@Repository
public class ConsentHistory {

    private final JdbcClient jdbc;

    ConsentHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(ConsentId consent, Happening happening) {
        PartnerId by = happening.by();
        ConsentTerms terms = happening.terms();
        jdbc.sql("""
                        INSERT INTO consent_history (consent, number, what, at, partner, said_at, terms)
                        SELECT :consent, count(*) + 1, :what, :at, :partner, :saidAt, CAST(:terms AS jsonb)
                          FROM consent_history WHERE consent = :consent
                        """)
                .param("consent", consent.value())
                .param("what", happening.what().code())
                .param("at", happening.at().atOffset(ZoneOffset.UTC))
                .param("partner", by == null ? null : by.value())
                .param("saidAt", utc(happening.saidAt()))
                .param("terms", terms == null ? null : TermsJson.write(terms))
                .update();
    }

    /** Oldest first; the withdrawal is kept with the consent itself. */
    public List<Happening> of(ConsentId consent) {
        return jdbc.sql("""
                        SELECT number, what, at, partner, said_at, terms FROM consent_history WHERE consent = :consent
                        UNION ALL
                        SELECT NULL, 'withdrawn', withdrawn_at, NULL, NULL, NULL FROM consent
                         WHERE id = :consent AND withdrawn_at IS NOT NULL
                         ORDER BY number NULLS LAST
                        """)
                .param("consent", consent.value())
                .query(ConsentHistory::happening)
                .list();
    }

    private static Happening happening(ResultSet row, int number) throws SQLException {
        String partner = row.getString("partner");
        String terms = row.getString("terms");
        return new Happening(
                Happening.What.of(row.getString("what")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                partner == null ? null : new PartnerId(partner),
                instant(row.getObject("said_at", OffsetDateTime.class)),
                terms == null ? null : TermsJson.read(terms));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
