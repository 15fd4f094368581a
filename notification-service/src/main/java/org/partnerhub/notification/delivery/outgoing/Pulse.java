package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Delivered;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Fault;
import org.partnerhub.notification.delivery.AttemptOutcome.Gone;
import org.partnerhub.notification.delivery.AttemptOutcome.NotPermitted;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.AttemptOutcome.TurnedAway;
import org.partnerhub.notification.delivery.AttemptOutcome.Unknown;
import org.partnerhub.notification.delivery.store.RecipientHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps how each recipient was reached last. A change is kept at once, more of the same every few seconds: a row for each delivery would
 * make all of a recipient's deliveries wait for one another.
 */
@Component
class Pulse {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final Duration SAME = Duration.ofSeconds(5);

    private final RecipientHealth health;
    private final Clock clock;
    private final Map<RecipientId, Beat> last = new ConcurrentHashMap<>();

    Pulse(RecipientHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    private enum Kind {
        REACHED,
        NOT_REACHED,
        TURNED_AWAY
    }

    private record Beat(Kind kind, Instant at) {}

    /** What an attempt says of the recipient; what fails on the hub's own side says nothing. */
    void heard(RecipientId recipient, AttemptOutcome outcome) {
        switch (outcome) {
            case Delivered _ -> keep(recipient, Kind.REACHED, () -> health.reached(recipient));
            case TurnedAway it -> keep(recipient, Kind.TURNED_AWAY, () -> health.turnedAway(recipient, it.reason()));
            case Unknown it -> notReached(recipient, it.reason());
            case Failed it -> {
                if (it.fault() == Fault.RECIPIENT) {
                    notReached(recipient, it.reason());
                }
            }
            case Gone _, NotPermitted _, Postponed _ -> {
                // nobody was spoken to
            }
        }
    }

    private void notReached(RecipientId recipient, String reason) {
        keep(recipient, Kind.NOT_REACHED, () -> health.notReached(recipient, reason));
    }

    /** Its circuit opened. */
    void down(RecipientId recipient) {
        quietly(() -> health.down(recipient));
    }

    private void keep(RecipientId recipient, Kind kind, Runnable write) {
        Instant now = clock.instant();
        Beat before = last.get(recipient);
        if (before != null && before.kind() == kind && now.isBefore(before.at().plus(SAME))) {
            return;
        }
        last.put(recipient, new Beat(kind, now));
        quietly(write);
    }

    /** A delivery has been settled by now; that it cannot be said here takes nothing from it. */
    private static void quietly(Runnable write) {
        try {
            write.run();
        } catch (DataAccessException down) {
            LOG.warn(
                    "A recipient's health could not be kept: {}",
                    down.getClass().getName());
        }
    }
}
