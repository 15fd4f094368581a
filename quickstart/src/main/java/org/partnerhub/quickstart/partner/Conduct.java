package org.partnerhub.quickstart.partner;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How a simulated system behaves until it is told otherwise: at first well. */
public final class Conduct {

    private volatile Duration delay = Duration.ZERO;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile int failure = 503;

    /** Takes what it is sent, but answers only after that time; {@link Duration#ZERO} for at once. */
    public void slow(Duration by) {
        this.delay = by;
    }

    /** Answers the next so many messages with an error and keeps nothing of them. */
    public void failNext(int times, int status) {
        this.failure = status;
        failures.set(times);
    }

    /** How long to wait before the next answer. */
    public Duration delay() {
        return delay;
    }

    /** The status to fail with now; 0 for not failing. Each asking uses one failure up. */
    public int failure() {
        return failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? failure : 0;
    }
}
