package org.partnerhub.referral.referral.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.OpenQuestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each referral, and which questions about it are open. */
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

    /** Asks a person; false where the same was asked before. */
    public boolean ask(ReferralId referral, OpenQuestion question, Instant at) {
        return database.sql("""
                        insert into open_question (id, referral_id, purpose, missing, words, due_by, asked_at)
                        values (:id, :referral, :purpose, :missing, :words, :dueBy, :at)
                        on conflict (referral_id, purpose, missing) do nothing
                        """)
                        .param("id", UUID.randomUUID())
                        .param("referral", referral.value())
                        .param("purpose", question.purpose().value())
                        .param("missing", question.missing())
                        .param("words", question.ask())
                        .param("dueBy", column(question.dueBy()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    public List<OpenQuestion> questions(ReferralId referral) {
        return database.sql("""
                        select purpose, missing, words, due_by from open_question
                        where referral_id = :referral and settled_at is null order by asked_at
                        """)
                .param("referral", referral.value())
                .query((row, number) -> {
                    OffsetDateTime dueBy = row.getObject("due_by", OffsetDateTime.class);
                    return new OpenQuestion(
                            new Purpose(row.getString("purpose")),
                            row.getString("missing"),
                            row.getString("words"),
                            dueBy == null ? null : dueBy.toInstant());
                })
                .list();
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
