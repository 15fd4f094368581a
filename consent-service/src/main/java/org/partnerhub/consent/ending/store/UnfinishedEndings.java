package org.partnerhub.consent.ending.store;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what a killed process left between the two steps of an ending, so that the holders are told all the same. */
@Component
class UnfinishedEndings {

    /** Longer than any caller waits. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private final Endings endings;
    private final Barrier barrier;
    private final Clock clock;

    UnfinishedEndings(Endings endings, Barrier barrier, Clock clock) {
        this.endings = endings;
        this.barrier = barrier;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${hub.withdrawal.finish-every:10s}")
    void finish() {
        endings.unacknowledged(clock.instant().minus(AGE)).forEach(barrier::finish);
    }
}
