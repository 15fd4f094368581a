package org.partnerhub.referral.person.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.person.ReviewTask;
import org.partnerhub.referral.person.ReviewTask.Settled;
import org.partnerhub.referral.person.match.Doubt;
import org.partnerhub.referral.person.match.Match.Lookalike;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tasks for officers: two people who may be one. Each pair is asked about once. */
@Repository
public class Reviews {

    private final JdbcClient database;

    Reviews(JdbcClient database) {
        this.database = database;
    }

    /** Asks whether the person is the lookalike; nothing where that was asked before, under whatever ids they stand now. */
    void raise(PersonId made, Lookalike lookalike, String by, Instant at) {
        database.sql("""
                        insert into match_review (id, person_id, other_id, weight, doubts, raised_by, raised_at)
                        values (:id, :person, :other, :weight, :doubts, :by, :at)
                        on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("person", made.value())
                .param("other", lookalike.linkedTo().value())
                .param("weight", lookalike.weight())
                .param("doubts", lookalike.doubts().stream().map(Doubt::code).toArray(String[]::new))
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * Those nobody has settled, oldest first; without those who have been merged since.
     *
     * @param about only those of one person, where given
     */
    public List<ReviewTask> open(@Nullable PersonId about, int most) {
        return database.sql("""
                        select match_review.* from match_review
                            join person one on one.id = person_id join person other on other.id = other_id
                        where settled_at is null and one.current_id <> other.current_id
                          and (cast(:about as uuid) is null or :about in (one.id, one.current_id, other.id, other.current_id))
                        order by raised_at, match_review.id limit :most
                        """)
                .param("about", about == null ? null : about.value())
                .param("most", most)
                .query(Reviews::task)
                .list();
    }

    public Optional<ReviewTask> find(UUID id) {
        return database.sql("select * from match_review where id = :id")
                .param("id", id)
                .query(Reviews::task)
                .optional();
    }

    /** Whether it was open until now. */
    boolean settle(UUID id, Settled as, String by, String reason, Instant at) {
        return database.sql("""
                        update match_review set settled_as = :as, settled_at = :at, settled_by = :by, settled_for = :reason
                        where id = :id and settled_at is null
                        """)
                        .param("id", id)
                        .param("as", as.code())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Remembers that two people are not one, whatever was thought before. */
    void different(PersonId one, PersonId other, String by, String reason, Instant at) {
        database.sql("""
                        insert into match_review (id, person_id, other_id, weight, doubts, raised_by, raised_at,
                            settled_as, settled_at, settled_by, settled_for)
                        values (:id, :one, :other, 0, '{}', :by, :at, 'different', :at, :by, :reason)
                        on conflict (least(person_id, other_id), greatest(person_id, other_id)) do update
                        set settled_as = 'different', settled_at = :at, settled_by = :by, settled_for = :reason
                        """)
                .param("id", UUID.randomUUID())
                .param("one", one.value())
                .param("other", other.value())
                .param("by", by)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether somebody who may be this person is protected: until it is settled, so are both. */
    boolean mayBeProtected(PersonId current) {
        return database.sql("""
                        with me as (select id from person where current_id = :current), perhaps as (
                            select other_id as id from match_review where person_id in (select id from me) and settled_at is null
                            union
                            select person_id from match_review where other_id in (select id from me) and settled_at is null)
                        select exists (
                            select from perhaps join person one on one.id = perhaps.id
                                join person held on held.current_id = one.current_id
                            where held.protected_whereabouts)
                        """)
                .param("current", current.value())
                .query(Boolean.class)
                .single();
    }

    private static ReviewTask task(ResultSet row, int number) throws SQLException {
        String settledAs = row.getString("settled_as");
        return new ReviewTask(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                new PersonId(row.getObject("other_id", UUID.class)),
                row.getDouble("weight"),
                List.of((String[]) row.getArray("doubts").getArray()),
                row.getString("raised_by"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                settledAs == null ? null : Settled.valueOf(settledAs.toUpperCase(Locale.ROOT)));
    }
}
