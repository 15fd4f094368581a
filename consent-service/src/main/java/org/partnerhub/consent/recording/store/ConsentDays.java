package org.partnerhub.consent.recording.store;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.Happening.What;
import org.partnerhub.consent.consent.store.Consents;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.contracts.event.HubEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What days bring by themselves: consents and refusals begin on their first day, consents expire after their last. Decisions look at the
 * calendar and wait for nobody; this one writes it down and tells. Any instance may look; each day of each consent is noted once.
 */
@Component
class ConsentDays {

    private static final Logger LOG = LoggerFactory.getLogger(ConsentDays.class);
    private static final int BATCH = 200;

    private final TransactionTemplate transaction;
    private final PersonLock lock;
    private final Consents consents;
    private final Aftermath aftermath;
    private final BroughtEndings endings;
    private final Clock clock;

    ConsentDays(
            TransactionTemplate transaction,
            PersonLock lock,
            Consents consents,
            Aftermath aftermath,
            BroughtEndings endings,
            Clock clock) {
        this.transaction = transaction;
        this.lock = lock;
        this.consents = consents;
        this.aftermath = aftermath;
        this.endings = endings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${hub.consent.look-every}")
    void look() {
        all(() -> consents.notBegun(today(), BATCH), this::begin);
        all(() -> consents.notExpired(today(), BATCH), this::expire);
    }

    private interface Waiting {
        List<ConsentRecord> batch();
    }

    /** Batch after batch; what fails waits for the next look and holds nobody else up. */
    private static void all(Waiting waiting, Consumer<ConsentRecord> each) {
        boolean more = true;
        while (more) {
            List<ConsentRecord> batch = waiting.batch();
            long done = batch.stream().filter(it -> succeeds(each, it)).count();
            more = done == BATCH;
        }
    }

    private static boolean succeeds(Consumer<ConsentRecord> each, ConsentRecord consent) {
        try {
            each.accept(consent);
            return true;
        } catch (RuntimeException failure) {
            LOG.warn(
                    "What the day brings to consent {} waits: {}",
                    consent.id(),
                    failure.getClass().getName());
            return false;
        }
    }

    private void begin(ConsentRecord consent) {
        transaction.executeWithoutResult(status -> {
            lock.exclude(consent.subject());
            Instant now = now();
            if (consents.begin(consent.id(), today(), now)) {
                endings.stop(consent, consents.of(consent.subject()).without(consent.id()));
                aftermath.happened(
                        consent,
                        What.BEGUN,
                        now,
                        ConsentEntry.about(EntryKind.CONSENT_BEGUN, consent),
                        Aftermath.word(consent));
            }
        });
    }

    private void expire(ConsentRecord consent) {
        transaction.executeWithoutResult(status -> {
            lock.exclude(consent.subject());
            Instant now = now();
            if (consents.expire(consent.id(), today(), now)) {
                aftermath.happened(
                        consent,
                        What.EXPIRED,
                        now,
                        ConsentEntry.about(EntryKind.CONSENT_EXPIRED, consent)
                                .with("until", consent.terms().until()),
                        new HubEvent.ConsentExpired(consent.id(), consent.subject()));
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private LocalDate today() {
        return clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate();
    }
}
