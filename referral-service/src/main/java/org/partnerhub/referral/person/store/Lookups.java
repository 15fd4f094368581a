package org.partnerhub.referral.person.store;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Who asked whether somebody is known, so that nobody can fish: counted for all instances together. */
@Repository
public class Lookups {

    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient database;
    private final int mostInAMinute;
    private final int mostInADay;

    Lookups(
            JdbcClient database,
            @Value("${hub.lookups.most-in-a-minute}") int mostInAMinute,
            @Value("${hub.lookups.most-in-a-day}") int mostInADay) {
        this.database = database;
        this.mostInAMinute = mostInAMinute;
        this.mostInADay = mostInADay;
    }

    /** Notes that a partner asks; false where it has asked too often, and then it is not noted. In the caller's transaction. */
    public boolean note(String partner, String purpose, Instant at) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('lookups of ' || :partner, 0))")
                .param("partner", partner)
                .query((row, number) -> 0)
                .single();
        if (since(partner, at.minusSeconds(60)) >= mostInAMinute || since(partner, at.minus(DAY)) >= mostInADay) {
            return false;
        }
        return database.sql(
                                "insert into people_lookup (id, partner, purpose, asked_at) values (:id, :partner, :purpose, :at)")
                        .param("id", UUID.randomUUID())
                        .param("partner", partner)
                        .param("purpose", purpose)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private long since(String partner, Instant when) {
        return database.sql("select count(*) from people_lookup where partner = :partner and asked_at > :when")
                .param("partner", partner)
                .param("when", when.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What the limits no longer look at; the disclosure log has the decision of every one. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H")
    void forgetOld() {
        database.sql("delete from people_lookup where asked_at < now() - interval '2 days'")
                .update();
    }
}
