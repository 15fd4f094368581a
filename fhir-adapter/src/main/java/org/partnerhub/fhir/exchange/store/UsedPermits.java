package org.partnerhub.fhir.exchange.store;

import java.sql.Timestamp;
import java.time.Clock;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Permits that were used here; each is good once, whichever instance sees it. */
@Component
public class UsedPermits {

    private final JdbcClient database;
    private final Clock clock;

    UsedPermits(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Uses the permit up.
     *
     * @throws PermitRefused where it was used before
     */
    public void use(Permit permit) throws PermitRefused {
        int used = database.sql("INSERT INTO used_permit (id, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(permit.id(), Timestamp.from(permit.expiresAt()))
                .update();
        if (used == 0) {
            throw new PermitRefused("The permit was used before.");
        }
    }

    /** An expired permit is refused by its date alone; a minute's grace lets clocks differ. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        database.sql("DELETE FROM used_permit WHERE expires_at < ?")
                .param(Timestamp.from(clock.instant().minusSeconds(60)))
                .update();
    }
}
