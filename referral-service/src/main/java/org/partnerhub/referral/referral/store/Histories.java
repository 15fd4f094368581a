package org.partnerhub.referral.referral.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.HistoryEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each referral; only ever added to. */
@Repository
public class Histories {

    private final JdbcClient database;

    Histories(JdbcClient database) {
        this.database = database;
    }

    public void add(ReferralId referral, HistoryEntry entry) {
        RecipientId recipient = entry.recipient();
        database.sql("""
                        insert into referral_history (referral_id, recipient, happened, reason, actor, happened_at)
                        values (:referral, :recipient, :happened, :reason, :actor, :at)
                        """)
                .param("referral", referral.value())
                .param("recipient", recipient == null ? null : recipient.value())
                .param("happened", entry.happened())
                .param("reason", entry.reason())
                .param("actor", entry.actor())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    public List<HistoryEntry> of(ReferralId referral) {
        return database.sql("select * from referral_history where referral_id = :referral order by id")
                .param("referral", referral.value())
                .query((row, number) -> {
                    String recipient = row.getString("recipient");
                    return new HistoryEntry(
                            recipient == null ? null : new RecipientId(recipient),
                            row.getString("happened"),
                            row.getString("reason"),
                            row.getString("actor"),
                            row.getObject("happened_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }
}
