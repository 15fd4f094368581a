package org.partnerhub.notification.delivery.outgoing;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Duties;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.notification.delivery.store.UsedPermits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes over what a killed worker left, gives up or escalates what was parked too long, forgets expired permits. Many instances may do so. */
@Component
class Upkeep {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final Deliveries deliveries;
    private final UsedPermits usedPermits;
    private final Settlements settlements;
    private final DeliverySettings settings;
    private final TransactionTemplate transaction;
    private final Bell bell;
    private final Duties duties;

    Upkeep(
            Deliveries deliveries,
            UsedPermits usedPermits,
            Settlements settlements,
            DeliverySettings settings,
            TransactionTemplate transaction,
            Bell bell,
            Duties duties,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.usedPermits = usedPermits;
        this.settlements = settlements;
        this.settings = settings;
        this.transaction = transaction;
        this.bell = bell;
        this.duties = duties;
        meters.gauge("hub.delivery.escalated", deliveries, Deliveries::escalated);
    }

    @Scheduled(fixedDelayString = "${hub.deliveries.upkeep-interval:5s}")
    void run() {
        try {
            transaction.executeWithoutResult(_ -> takeOver());
            transaction.executeWithoutResult(_ -> giveUpParked());
            transaction.executeWithoutResult(_ -> escalate());
            usedPermits.forgetExpired();
        } catch (DataAccessException | TransactionException down) {
            LOG.warn("Upkeep waits for the database: {}", down.getClass().getName());
        }
    }

    private void takeOver() {
        List<Delivery> lost = deliveries.reclaim(settings.batch());
        lost.forEach(it -> settlements.lost(it));
        if (!lost.isEmpty()) {
            LOG.warn("{} attempts ended without a word; their deliveries are taken over.", lost.size());
            bell.ringAfterCommit();
        }
    }

    private void giveUpParked() {
        deliveries
                .giveUpParked(duties, settings.parkedLimit(), "parked-too-long", settings.batch())
                .forEach(it -> settlements.tell(it, Outcome.GIVEN_UP, "parked-too-long"));
    }

    /** A duty does not end by age: somebody has to see to it, and the referrer hears that nobody has. */
    private void escalate() {
        for (Deliveries.Parked it : deliveries.escalate(duties, settings.escalateParkedAfter(), settings.batch())) {
            LOG.warn(
                    "Delivery {} serves a duty and still waits for {}: somebody has to see to it.",
                    it.delivery().id(),
                    it.missing());
            settlements.tellWaiting(it.delivery(), it.missing(), "escalated");
        }
    }
}
