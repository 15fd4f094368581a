package org.partnerhub.notification.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failure: doubling from the first wait up to the longest, and a random half of it taken off at most,
 * so that what failed together does not come back together.
 */
public final class BackOff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    public BackOff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /**
     * The wait before the next attempt.
     *
     * @param failures failures in a row, at least 1
     */
    public Duration after(int failures) {
        int doublings = Math.min(failures - 1, 30);
        Duration full = first.multipliedBy(1L << doublings);
        if (full.compareTo(longest) > 0) {
            full = longest;
        }
        return Duration.ofMillis((long) (full.toMillis() * (0.5 + random.nextDouble() / 2)));
    }
}
