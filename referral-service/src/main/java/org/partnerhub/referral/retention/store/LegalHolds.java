package org.partnerhub.referral.retention.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.retention.LegalHold;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every legal hold, in force and ended. */
@Repository
public class LegalHolds {

    private final JdbcClient database;
    private final Clock clock;

    LegalHolds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Holds somebody's record; waits for a deleting of it that has begun. In the caller's transaction. */
    public LegalHold set(PersonId person, String officer, String reason) {
        database.sql(
                        "select id from person where current_id = (select current_id from person where id = :id) for update")
                .param("id", person.value())
                .query(UUID.class)
                .list();
        LegalHold hold = new LegalHold(UUID.randomUUID(), person, reason, officer, clock.instant(), null, null);
        database.sql("""
                        insert into legal_hold (id, person_id, reason, set_by, set_at)
                        values (:id, :person, :reason, :by, :at)
                        """)
                .param("id", hold.id())
                .param("person", person.value())
                .param("reason", reason)
                .param("by", officer)
                .param("at", hold.setAt().atOffset(ZoneOffset.UTC))
                .update();
        return hold;
    }

    public Optional<LegalHold> find(UUID id) {
        return database.sql("select * from legal_hold where id = :id")
                .param("id", id)
                .query(LegalHolds::hold)
                .optional();
    }

    /** Ends one; false where it had ended. */
    public boolean end(UUID id, String officer, String reason) {
        return database.sql("""
                        update legal_hold set ended_by = :by, ended_at = :at, ended_for = :reason
                        where id = :id and ended_at is null
                        """)
                        .param("id", id)
                        .param("by", officer)
                        .param("reason", reason)
                        .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** All that were ever set on somebody's record, oldest first. */
    public List<LegalHold> of(PersonId person) {
        return database.sql("""
                        select * from legal_hold
                        where person_id in (select id from person
                                            where current_id = (select current_id from person where id = :person))
                        order by set_at
                        """)
                .param("person", person.value())
                .query(LegalHolds::hold)
                .list();
    }

    private static LegalHold hold(ResultSet row, int number) throws SQLException {
        OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new LegalHold(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("reason"),
                row.getString("set_by"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_by"),
                endedAt == null ? null : endedAt.toInstant());
    }
}
