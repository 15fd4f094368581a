package org.partnerhub.referral.referral.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.OpenQuestion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks that wait for a person to say where they go. */
@Repository
public class Questions {

    private final JdbcClient database;

    Questions(JdbcClient database) {
        this.database = database;
    }

    /** Asks a person; false where the same is asked already. */
    public boolean ask(ReferralId referral, OpenQuestion question, Instant at) {
        return database.sql("""
                        insert into open_question (id, referral_id, ask, purpose, service, missing, words, due_by, asked_at)
                        values (:id, :referral, :ask, :purpose, :service, :missing, :words, :dueBy, :at)
                        on conflict (referral_id, ask, purpose, missing) where settled_at is null do nothing
                        """)
                        .param("id", question.id())
                        .param("referral", referral.value())
                        .param("ask", question.position())
                        .param("purpose", question.purpose().value())
                        .param("service", question.service())
                        .param("missing", question.missing())
                        .param("words", question.ask())
                        .param("dueBy", column(question.dueBy()))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** What is open about a referral, in the order in which it was asked. */
    public List<OpenQuestion> of(ReferralId referral) {
        return database.sql(
                        "select * from open_question where referral_id = :referral and settled_at is null order by asked_at, id")
                .param("referral", referral.value())
                .query(Questions::question)
                .list();
    }

    /** An open question, with its referral. */
    public Optional<Asked> find(UUID id) {
        return database.sql("select * from open_question where id = :id and settled_at is null")
                .param("id", id)
                .query(Questions::asked)
                .optional();
    }

    /** Every question that is open, the most urgent first. */
    public List<Asked> open(int most) {
        return database.sql("""
                        select * from open_question where settled_at is null
                        order by escalated_to is null, due_by nulls last, asked_at limit :most
                        """).param("most", most).query(Questions::asked).list();
    }

    /** An open question and the referral that it is about. */
    public record Asked(ReferralId referral, OpenQuestion question, Instant askedAt) {}

    public void settled(UUID id, String by, Instant at) {
        database.sql(
                        "update open_question set settled_at = :at, settled_by = :by where id = :id and settled_at is null")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("id", id)
                .update();
    }

    public void escalated(UUID id, String role) {
        database.sql("update open_question set escalated_to = :role where id = :id")
                .param("role", role)
                .param("id", id)
                .update();
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                new ReferralId(row.getObject("referral_id", UUID.class)),
                question(row, number),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static OpenQuestion question(ResultSet row, int number) throws SQLException {
        OffsetDateTime dueBy = row.getObject("due_by", OffsetDateTime.class);
        return new OpenQuestion(
                row.getObject("id", UUID.class),
                row.getInt("ask"),
                new Purpose(row.getString("purpose")),
                row.getString("service"),
                row.getString("missing"),
                row.getString("words"),
                dueBy == null ? null : dueBy.toInstant(),
                row.getString("escalated_to"));
    }

    private static @Nullable OffsetDateTime column(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
