package org.partnerhub.notification.delivery.outgoing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.Course;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.Next;
import org.partnerhub.notification.delivery.store.Attempts;
import org.partnerhub.support.events.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where an attempt's outcome becomes the delivery's state, an attempt's row and an event, all or none. */
@Component
public class Settlements {

    private static final Logger LOG = LoggerFactory.getLogger(Settlements.class);

    private static final String WORKER_LOST = "worker-lost";

    private final Course course;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Pulse pulse;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;
    private final Clock clock;

    Settlements(
            Course course,
            Attempts attempts,
            Outbox outbox,
            Pulse pulse,
            TransactionTemplate transaction,
            MeterRegistry meters,
            Clock clock) {
        this.course = course;
        this.attempts = attempts;
        this.outbox = outbox;
        this.pulse = pulse;
        this.transaction = transaction;
        this.meters = meters;
        this.clock = clock;
    }

    public void settle(Delivery delivery, AttemptOutcome outcome, Instant startedAt) {
        Next next = course.after(delivery, outcome);
        transaction.executeWithoutResult(_ -> {
            Optional<DeliveryState> state = attempts.moveOn(delivery, next);
            if (state.isEmpty()) {
                LOG.warn("Attempt {} of delivery {} outlived its lease.", delivery.attempt(), delivery.id());
            }
            attempts.keep(delivery, next, startedAt);
            if (next.told() != null) {
                outbox.publish(settled(delivery, next.told(), next));
            }
        });
        pulse.heard(delivery.recipient(), outcome);
        count(delivery, next);
    }

    /** Keeps and tells that nobody knows what became of an attempt; joins the running transaction. */
    void lost(Delivery delivery) {
        attempts.keepLost(delivery, WORKER_LOST);
        tell(delivery, Outcome.UNKNOWN, WORKER_LOST);
    }

    /** Tells how a delivery stands without an attempt behind it; joins the running transaction. */
    void tell(Delivery delivery, Outcome outcome, @Nullable String reason) {
        tell(delivery, outcome, null, reason);
    }

    /** Tells that a delivery still waits, and what for; joins the running transaction. */
    void tellWaiting(Delivery delivery, Missing missing, String reason) {
        tell(delivery, Outcome.PARKED, missing, reason);
    }

    private void tell(Delivery delivery, Outcome outcome, @Nullable Missing missing, @Nullable String reason) {
        outbox.publish(new DisclosureSettled(
                delivery.id().value(),
                delivery.attempt(),
                delivery.source().toString(),
                delivery.subject(),
                delivery.recipient(),
                delivery.purpose(),
                null,
                outcome,
                null,
                code(missing),
                reason,
                clock.instant()));
    }

    private DisclosureSettled settled(Delivery delivery, Outcome told, Next next) {
        return new DisclosureSettled(
                delivery.id().value(),
                delivery.attempt(),
                delivery.source().toString(),
                delivery.subject(),
                delivery.recipient(),
                delivery.purpose(),
                next.decision(),
                told,
                next.contentHash(),
                code(next.missing()),
                next.reason(),
                clock.instant());
    }

    private static @Nullable String code(@Nullable Missing missing) {
        return missing == null ? null : missing.name().toLowerCase(Locale.ROOT);
    }

    private void count(Delivery delivery, Next next) {
        String outcome = next.told() == null ? "postponed" : next.told().name().toLowerCase(Locale.ROOT);
        meters.counter(
                        "hub.delivery.attempts",
                        "recipient",
                        delivery.recipient().value(),
                        "outcome",
                        outcome)
                .increment();
    }
}
