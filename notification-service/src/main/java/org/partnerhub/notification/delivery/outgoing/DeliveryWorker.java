package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.support.events.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Claims due deliveries and makes an attempt at each on a thread of its own. It sleeps until the bell rings or the poll interval
 * has passed; any number of instances may run.
 */
@Component
class DeliveryWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorker.class);

    /** Rings within this time are answered together: one claim of many costs the database what a claim of one does. */
    private static final Duration PACE = Duration.ofMillis(10);

    private final Deliveries deliveries;
    private final DeliveryAttempts attempts;
    private final Settlements settlements;
    private final Lanes lanes;
    private final Bell bell;
    private final Traces traces;
    private final DeliverySettings settings;
    private final Clock clock;

    private volatile boolean running;

    /** While a sibling cannot be asked, taking up one delivery after the other would only wear them all out. */
    private volatile Instant restUntil = Instant.MIN;

    private ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private Thread claims = Thread.ofPlatform().unstarted(() -> {});

    DeliveryWorker(
            Deliveries deliveries,
            DeliveryAttempts attempts,
            Settlements settlements,
            Lanes lanes,
            Bell bell,
            Traces traces,
            DeliverySettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.settlements = settlements;
        this.lanes = lanes;
        this.bell = bell;
        this.traces = traces;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        hands = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("delivery-", 0).factory());
        running = true;
        claims = Thread.ofPlatform().name("delivery-claims").start(this::run);
    }

    private void run() {
        try {
            while (running) {
                if (round() < settings.batch()) {
                    bell.await(settings.pollInterval());
                    TimeUnit.NANOSECONDS.sleep(PACE.toNanos());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private int round() {
        try {
            Map<RecipientId, Integer> rooms = lanes.rooms();
            if (rooms.isEmpty() || clock.instant().isBefore(restUntil)) {
                return 0;
            }
            List<Delivery> claimed = deliveries.claim(rooms, settings.batch(), settings.lease());
            claimed.forEach(this::handOver);
            return claimed.size();
        } catch (DataAccessException | TransactionException down) {
            LOG.warn("Due deliveries could not be claimed: {}", down.getClass().getName());
            return 0;
        }
    }

    private void handOver(Delivery delivery) {
        Lane lane = lanes.to(delivery.recipient());
        lane.take();
        hands.execute(() -> {
            try {
                traces.follow(delivery.trail(), "delivery attempt", () -> carryOut(delivery, lane));
            } finally {
                lane.giveBack();
                bell.ring();
            }
        });
    }

    private void carryOut(Delivery delivery, Lane lane) {
        Instant startedAt = clock.instant();
        if (!lane.isOpenToCalls()) {
            settlements.settle(delivery, new Postponed("circuit-open"), startedAt);
            return;
        }
        boolean heard = false;
        try {
            AttemptOutcome outcome = attempts.make(delivery);
            lane.heard(outcome, Duration.between(startedAt, clock.instant()).toNanos());
            heard = true;
            if (outcome instanceof Postponed) {
                restUntil = clock.instant().plus(settings.pollInterval());
            }
            settlements.settle(delivery, outcome, startedAt);
        } catch (RuntimeException down) {
            // whatever it is, its message may quote what was sent: only its name is logged; the lease ends by itself,
            // and the attempt is then told as unknown
            LOG.warn(
                    "Attempt {} of delivery {} could not be settled: {}",
                    delivery.attempt(),
                    delivery.id(),
                    down.getClass().getName());
        } finally {
            if (!heard) {
                lane.heardNothing();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        bell.ring();
        try {
            claims.join(settings.pollInterval().plus(PACE));
            hands.shutdown();
            if (!hands.awaitTermination(settings.attemptLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Some attempts were still under way; their leases end by themselves.");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
