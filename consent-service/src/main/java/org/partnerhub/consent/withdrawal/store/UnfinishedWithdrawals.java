package org.partnerhub.consent.withdrawal.store;

import java.time.Clock;
import java.time.Duration;
import org.partnerhub.consent.consent.store.Consents;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finishes what a killed process left between the two steps of a withdrawal, so that the holders are told all the same. */
@Component
class UnfinishedWithdrawals {

    /** Longer than any caller waits. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private final Consents consents;
    private final WithdrawalBarrier barrier;
    private final Clock clock;

    UnfinishedWithdrawals(Consents consents, WithdrawalBarrier barrier, Clock clock) {
        this.consents = consents;
        this.barrier = barrier;
        this.clock = clock;
    }

    @Scheduled(fixedRateString = "${hub.withdrawal.finish-every:10s}")
    void finish() {
        consents.withdrawnButNotAcknowledged(clock.instant().minus(AGE)).forEach(barrier::finish);
    }
}
