package org.partnerhub.referral.release.store;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.partnerhub.contracts.permit.Permit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Permits that were used here: none is good twice. */
@Repository
class UsedPermits {

    /** Longer than clocks differ: an expired permit is refused for its age. */
    private static final Duration KEPT_AFTER_END = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final Clock clock;

    UsedPermits(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Uses it up; false where it was used before. */
    boolean use(Permit permit) {
        return database.sql("insert into used_permit (id, expires_at) values (:id, :end) on conflict do nothing")
                        .param("id", permit.id())
                        .param("end", permit.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        database.sql("delete from used_permit where expires_at < :end")
                .param("end", clock.instant().minus(KEPT_AFTER_END).atOffset(ZoneOffset.UTC))
                .update();
    }
}
