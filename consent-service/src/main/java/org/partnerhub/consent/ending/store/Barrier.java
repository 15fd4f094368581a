package org.partnerhub.consent.ending.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.partnerhub.consent.ending.Ended;
import org.partnerhub.consent.ending.Ending;
import org.partnerhub.consent.ending.EndingId;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.contracts.identity.ConsentId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The barrier for whatever ends a consent before its time: withdrawal, narrowing, a refusal that comes after it. Whoever ends it
 * <ol>
 *   <li>changes the records and calls {@link #stop} in one transaction: no decision after that relies on what ended;
 *   <li>after that transaction has committed, calls {@link #await}: it waits until what was under way is over and acknowledges.
 * </ol>
 * A process that dies between the two is finished by another (see {@link UnfinishedEndings}).
 */
@Component
public class Barrier {

    /** Permits last 20 s; with the clocks' difference every one of them has ended by then. */
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private static final long LOOK_EVERY_MILLIS = 50;

    private final PersonLock lock;
    private final Endings endings;
    private final Acknowledgements acknowledgements;
    private final Clock clock;
    private final Duration clockDifference;

    Barrier(
            PersonLock lock,
            Endings endings,
            Acknowledgements acknowledgements,
            Clock clock,
            @Value("${hub.withdrawal.clock-difference}") Duration clockDifference) {
        this.lock = lock;
        this.endings = endings;
        this.acknowledgements = acknowledgements;
        this.clock = clock;
        this.clockDifference = clockDifference;
    }

    /**
     * Notes what relies on what ends, in the transaction that ends it: decisions about the person wait until that commits.
     *
     * @return what to wait for once it has committed
     * @throws org.springframework.transaction.IllegalTransactionStateException where no transaction runs
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public EndingId stop(Ending ending) {
        lock.exclude(ending.subject());
        return endings.add(ending, clock.instant());
    }

    /** The withdrawal of a consent that was withdrawn before. */
    public Optional<EndingId> withdrawalOf(ConsentId consent) {
        return endings.withdrawalOf(consent);
    }

    /** Waits, for 25 seconds at most, holding neither a connection nor a lock; a second time answers like the first. */
    public Ended await(EndingId ending) {
        Instant deadline = clock.instant().plus(LONGEST);
        while (isUnderWay(ending)) {
            if (clock.instant().isAfter(deadline) || !pause()) {
                return new Ended.NotYet();
            }
        }
        return acknowledgements.acknowledge(ending);
    }

    /** Acknowledges what its caller left, once nothing is under way. */
    void finish(EndingId ending) {
        if (!isUnderWay(ending)) {
            acknowledgements.acknowledge(ending);
        }
    }

    private boolean isUnderWay(EndingId ending) {
        return endings.isAnyUnderWay(ending, clock.instant().minus(clockDifference));
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
