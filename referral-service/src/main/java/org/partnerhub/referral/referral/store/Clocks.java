package org.partnerhub.referral.referral.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Stroke;
import org.partnerhub.referral.referral.Stroke.Strikes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clocks that survive a restart; each strikes once, whichever instance hears it. */
@Repository
public class Clocks {

    private final JdbcClient database;

    Clocks(JdbcClient database) {
        this.database = database;
    }

    /** Winds a clock about a recipient; nothing where no time is fixed. */
    public void wind(AskedRecipient asked, Strikes strikes, @Nullable Instant dueAt) {
        if (dueAt != null) {
            wind(asked.referral(), asked.delivery().value(), null, strikes, dueAt);
        }
    }

    /** Winds a clock about an open question. */
    public void wind(ReferralId referral, UUID question, Instant dueAt) {
        wind(referral, null, question, Strikes.QUESTION_DUE, dueAt);
    }

    private void wind(
            ReferralId referral, @Nullable UUID asked, @Nullable UUID question, Strikes strikes, Instant dueAt) {
        database.sql("""
                        insert into referral_clock (id, referral_id, asked, question, strikes, due_at)
                        values (:id, :referral, :asked, :question, :strikes, :dueAt)
                        """)
                .param("id", UUID.randomUUID())
                .param("referral", referral.value())
                .param("asked", asked)
                .param("question", question)
                .param("strikes", strikes.code())
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The clock that has been due longest, held until the transaction ends; one that another instance holds is passed over. */
    Optional<Stroke> next(Instant now) {
        return database.sql("""
                        select * from referral_clock where struck_at is null and due_at <= :now
                        order by due_at limit 1 for update skip locked
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Clocks::stroke)
                .optional();
    }

    /** It has struck and came to something, or to nothing. */
    void struck(Stroke stroke, String cameTo, Instant at) {
        database.sql("update referral_clock set struck_at = :at, came_to = :cameTo where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("cameTo", cameTo)
                .param("id", stroke.id())
                .update();
    }

    private static Stroke stroke(ResultSet row, int number) throws SQLException {
        UUID asked = row.getObject("asked", UUID.class);
        return new Stroke(
                row.getObject("id", UUID.class),
                new ReferralId(row.getObject("referral_id", UUID.class)),
                asked == null ? null : new DeliveryId(asked),
                row.getObject("question", UUID.class),
                Strikes.of(row.getString("strikes")),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }
}
