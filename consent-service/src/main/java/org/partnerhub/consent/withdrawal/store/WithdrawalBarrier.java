package org.partnerhub.consent.withdrawal.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.permit.store.Permits;
import org.partnerhub.consent.withdrawal.Withdrawal;
import org.partnerhub.consent.withdrawal.WithdrawnBy;
import org.partnerhub.contracts.identity.ConsentId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The barrier: stops new permits on a consent, waits for the open ones to be closed or to expire, and only then acknowledges.
 * While it waits it holds no connection and no lock.
 */
@Component
public class WithdrawalBarrier {

    /** Permits last 20 s; with the clocks' difference every one of them has ended by then. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private static final long LOOK_EVERY_MILLIS = 50;

    private final Consents consents;
    private final Permits permits;
    private final KnownDirectory directory;
    private final WithdrawalSteps steps;
    private final Clock clock;
    private final Duration clockDifference;

    WithdrawalBarrier(
            Consents consents,
            Permits permits,
            KnownDirectory directory,
            WithdrawalSteps steps,
            Clock clock,
            @Value("${hub.withdrawal.clock-difference}") Duration clockDifference) {
        this.consents = consents;
        this.permits = permits;
        this.directory = directory;
        this.steps = steps;
        this.clock = clock;
        this.clockDifference = clockDifference;
    }

    /** Withdraws; a second time answers like the first. Takes up to 25 seconds. */
    public Withdrawal withdraw(ConsentId id, WithdrawnBy by) {
        Optional<ConsentRecord> found = consents.find(id).filter(consent -> concerns(consent, by));
        if (found.isEmpty()) {
            return new Withdrawal.NotFound();
        }
        ConsentRecord consent = found.get();
        if (!consent.isGiven()) {
            return new Withdrawal.IsARefusal();
        }
        steps.stop(consent, by);
        Instant deadline = clock.instant().plus(LONGEST);
        while (isUnderWay(consent)) {
            if (clock.instant().isAfter(deadline) || !pause()) {
                return new Withdrawal.NotYet();
            }
        }
        return steps.acknowledge(consent);
    }

    /** Acknowledges a withdrawal whose caller went away or whose process died, once nothing is under way. */
    void finish(ConsentRecord consent) {
        if (!isUnderWay(consent)) {
            steps.acknowledge(consent);
        }
    }

    private boolean isUnderWay(ConsentRecord consent) {
        return permits.isAnyOpen(consent.subject(), consent.id(), clock.instant(), clockDifference);
    }

    /** Whoever recorded it, and whoever may get something because of it. */
    private boolean concerns(ConsentRecord consent, WithdrawnBy by) {
        return consent.recordedBy().equals(by.partner())
                || directory.operatedBy(by.partner()).stream().anyMatch(consent::reaches);
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
