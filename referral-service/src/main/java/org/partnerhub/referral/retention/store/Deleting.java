package org.partnerhub.referral.retention.store;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.partnerhub.contracts.event.HubEvent.RecordsDeleted;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.support.events.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes the parts of stories and the files that are past their time, and has the disclosure log say so. The service's role may delete
 * neither: a function of the database does, which works out for itself what is past its time and touches nothing that is held.
 */
@Component
public class Deleting {

    private static final Logger LOG = LoggerFactory.getLogger(Deleting.class);
    private static final int AT_ONCE = 100;

    private final JdbcClient database;
    private final Outbox outbox;
    private final TransactionOperations transaction;
    private final Clock clock;

    Deleting(JdbcClient database, Outbox outbox, TransactionOperations transaction, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Deleted(PersonId person, int contributions, int attachments) {}

    @Scheduled(fixedDelayString = "${hub.retention.every}", initialDelayString = "${hub.retention.every}")
    public void deleteWhatIsPastItsTime() {
        int people = 0;
        int now;
        do {
            now = round();
            people += now;
        } while (now == AT_ONCE);
        if (people > 0) {
            LOG.info("The records of {} people were past their time; what was told of them is deleted.", people);
        }
    }

    private int round() {
        return transaction.execute(status -> {
            List<Deleted> deleted = database.sql("select * from delete_past_retention(:most)")
                    .param("most", AT_ONCE)
                    .query((row, number) -> new Deleted(
                            new PersonId(row.getObject("person", UUID.class)),
                            row.getInt("contributions"),
                            row.getInt("attachments")))
                    .list();
            deleted.forEach(it -> outbox.publish(
                    new RecordsDeleted(it.person(), it.contributions(), it.attachments(), clock.instant())));
            return deleted.size();
        });
    }
}
