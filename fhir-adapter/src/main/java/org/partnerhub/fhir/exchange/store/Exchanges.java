package org.partnerhub.fhir.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.exchange.Exchange;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The correlations, kept with the referral; no content. */
@Component
public class Exchanges {

    private static final String COLUMNS = "message, referral, recipient, purpose, correlation_id, attempts, taken";

    private final JdbcClient database;

    Exchanges(JdbcClient database) {
        this.database = database;
    }

    /**
     * Notes an attempt before it is made, so that no answer can come too early.
     *
     * @param correlation kept from the first attempt, where there was one
     */
    public Exchange attempt(Disclosure disclosure, UUID correlation) {
        return database.sql("""
                        INSERT INTO exchange (message, referral, recipient, purpose, correlation_id, attempts)
                        VALUES (?, ?, ?, ?, ?, 1)
                        ON CONFLICT (message) DO UPDATE SET attempts = exchange.attempts + 1, last_at = now()
                        RETURNING\s""" + COLUMNS)
                .param(disclosure.delivery())
                .param(Exchange.referralOf(disclosure).map(ReferralId::value).orElse(null))
                .param(disclosure.recipient().value())
                .param(disclosure.purpose().value())
                .param(correlation)
                .query(Exchanges::row)
                .single();
    }

    /** The partner took it. */
    public void taken(UUID message) {
        database.sql("UPDATE exchange SET taken = true WHERE message = ?")
                .param(message)
                .update();
    }

    public Optional<Exchange> of(UUID message) {
        return database.sql("SELECT " + COLUMNS + " FROM exchange WHERE message = ?")
                .param(message)
                .query(Exchanges::row)
                .optional();
    }

    /** Every message that went out about a referral. */
    public List<Exchange> about(ReferralId referral) {
        return database.sql("SELECT " + COLUMNS + " FROM exchange WHERE referral = ? ORDER BY first_at")
                .param(referral.value())
                .query(Exchanges::row)
                .list();
    }

    private static Exchange row(ResultSet row, int number) throws SQLException {
        return new Exchange(
                row.getObject("message", UUID.class),
                referral(row.getObject("referral", UUID.class)),
                new RecipientId(row.getString("recipient")),
                row.getString("purpose"),
                row.getObject("correlation_id", UUID.class),
                row.getInt("attempts"),
                row.getBoolean("taken"));
    }

    private static @Nullable ReferralId referral(@Nullable UUID id) {
        return id == null ? null : new ReferralId(id);
    }
}
