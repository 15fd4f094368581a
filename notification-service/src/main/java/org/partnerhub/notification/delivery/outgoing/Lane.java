package org.partnerhub.notification.delivery.outgoing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Delivered;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Fault;
import org.partnerhub.notification.delivery.AttemptOutcome.Gone;
import org.partnerhub.notification.delivery.AttemptOutcome.NotPermitted;
import org.partnerhub.notification.delivery.AttemptOutcome.Postponed;
import org.partnerhub.notification.delivery.AttemptOutcome.TurnedAway;
import org.partnerhub.notification.delivery.AttemptOutcome.Unknown;

/** The way to one recipient: so many at a time, and none while its circuit is open. */
final class Lane {

    private final CircuitBreaker circuit;
    private final int width;
    private final Semaphore places;

    Lane(CircuitBreaker circuit, int places) {
        this.circuit = circuit;
        this.width = places;
        this.places = new Semaphore(places);
    }

    /** How many may be taken up now. */
    int room() {
        return switch (circuit.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> places.availablePermits();
            case HALF_OPEN -> Math.max(0, trials() - underWay());
            case OPEN, FORCED_OPEN -> 0;
        };
    }

    private int trials() {
        return Math.min(width, circuit.getCircuitBreakerConfig().getPermittedNumberOfCallsInHalfOpenState());
    }

    private int underWay() {
        return width - places.availablePermits();
    }

    /** Takes a place; only the claiming thread does, and never more than there was room for. */
    void take() {
        places.acquireUninterruptibly();
    }

    void giveBack() {
        places.release();
    }

    /** Asked before a permit is: a permit that cannot be used is not worth a decision. */
    boolean isOpenToCalls() {
        return circuit.tryAcquirePermission();
    }

    /** Tells the circuit what the recipient's answer says about the recipient. */
    void heard(AttemptOutcome outcome, long nanoseconds) {
        switch (outcome) {
            case Delivered _, TurnedAway _ -> circuit.onSuccess(nanoseconds, TimeUnit.NANOSECONDS);
            case Unknown it -> circuit.onError(nanoseconds, TimeUnit.NANOSECONDS, new RecipientFailed(it.reason()));
            case Failed it -> {
                if (it.fault() == Fault.RECIPIENT) {
                    circuit.onError(nanoseconds, TimeUnit.NANOSECONDS, new RecipientFailed(it.reason()));
                } else {
                    circuit.releasePermission();
                }
            }
            case Gone _, NotPermitted _, Postponed _ -> circuit.releasePermission();
        }
    }

    /** Nothing is known: the attempt ended in an error of ours. */
    void heardNothing() {
        circuit.releasePermission();
    }

    /** What the circuit is shown; it carries no stack, as nobody threw it. */
    private static final class RecipientFailed extends Exception {

        private static final long serialVersionUID = 1L;

        RecipientFailed(String reason) {
            super(reason, null, false, false);
        }
    }
}
