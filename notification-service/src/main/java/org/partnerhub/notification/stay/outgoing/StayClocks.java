package org.partnerhub.notification.stay.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.notification.stay.store.Stays;
import org.partnerhub.support.logging.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at each open stay when a day has begun. What is due rests in PostgreSQL, so that it survives every restart; stays are taken
 * under a lease, so that of many instances one looks.
 */
@Component
public class StayClocks {

    private static final Logger LOG = LoggerFactory.getLogger(StayClocks.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH = 50;

    private final Stays stays;
    private final Following following;
    private final TransactionTemplate transaction;

    StayClocks(Stays stays, Following following, TransactionTemplate transaction) {
        this.stays = stays;
        this.following = following;
        this.transaction = transaction;
    }

    /**
     * One round, at a time that the caller names.
     *
     * @return whether there may be more to look at
     */
    public boolean tick(Instant now) {
        List<Stays.Due> due = Objects.requireNonNull(transaction.execute(_ -> stays.claim(now, LEASE, BATCH)));
        due.stream().distinct().forEach(it -> lookAt(it, now));
        return due.size() == BATCH;
    }

    /** What fails is looked at again when its lease has passed; the others are looked at now. */
    private void lookAt(Stays.Due due, Instant now) {
        try {
            transaction.executeWithoutResult(_ -> {
                PersonId subject = due.subject();
                if (subject == null) {
                    following.lookAt(due.visit(), now);
                } else {
                    following.lookAt(subject, now);
                }
            });
        } catch (RuntimeException failed) {
            LOG.warn("The stay of admission {} could not be looked at: {}", due.visit(), Faults.described(failed));
        }
    }
}
