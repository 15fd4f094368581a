package org.partnerhub.consent.agreement.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.consent.agreement.Warning;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.support.events.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What days bring to agreements. Warns before one lapses, when it has, and when its review is due: an entry in the log, a line in the
 * service's own, a metric. Tells when one begins, so that what waits for it goes on. Any instance may look; each thing is said once.
 */
@Component
class AgreementDays {

    private static final Logger LOG = LoggerFactory.getLogger(AgreementDays.class);
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final TransactionTemplate transaction;
    private final Agreements agreements;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final Clock clock;
    private final Period warnBefore;
    private volatile long lapsing;

    AgreementDays(
            TransactionTemplate transaction,
            Agreements agreements,
            DisclosureLog log,
            Outbox outbox,
            Clock clock,
            @Value("${hub.agreement.warn-before}") Period warnBefore,
            MeterRegistry meters) {
        this.transaction = transaction;
        this.agreements = agreements;
        this.log = log;
        this.outbox = outbox;
        this.clock = clock;
        this.warnBefore = warnBefore;
        Gauge.builder("hub.agreements.lapsing", this, it -> it.lapsing)
                .description("Agreements that end soon or have ended, that nothing continues")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${hub.agreement.look-every}")
    void look() {
        LocalDate today = clock.instant().atZone(ENGLAND).toLocalDate();
        List<KeptAgreement> kept = agreements.all();
        List<Agreement> all = kept.stream().map(KeptAgreement::agreement).toList();
        long found = 0;
        for (KeptAgreement each : kept) {
            var warnings = Warning.of(each.agreement(), all, today, warnBefore);
            warnings.forEach(it -> warn(each, it));
            if (beganAfterItWasEntered(each, today)) {
                begin(each);
            }
            found += warnings.stream().anyMatch(it -> it != Warning.REVIEW_DUE) ? 1 : 0;
        }
        lapsing = found;
    }

    private static boolean beganAfterItWasEntered(KeptAgreement kept, LocalDate today) {
        LocalDate entered = kept.recordedAt().atZone(ENGLAND).toLocalDate();
        return entered.isBefore(kept.agreement().from())
                && !today.isBefore(kept.agreement().from());
    }

    private void begin(KeptAgreement about) {
        transaction.executeWithoutResult(status -> {
            if (agreements.warn(about, "begun", clock.instant())) {
                outbox.publish(new HubEvent.AgreementChanged(about.agreement().partner()));
            }
        });
    }

    private void warn(KeptAgreement about, Warning warning) {
        transaction.executeWithoutResult(status -> {
            Agreement agreement = about.agreement();
            if (agreements.warn(about, warning.code(), clock.instant())) {
                log.append(EntryDraft.of(EntryKind.AGREEMENT_LAPSING)
                        .with("agreement", agreement.reference())
                        .with("version", about.version())
                        .with("partner", agreement.partner())
                        .with("warning", warning.code())
                        .with("until", agreement.until())
                        .with("review-on", agreement.reviewOn()));
                LOG.warn("The agreement {} with {} is {}.", agreement.reference(), agreement.partner(), warning.code());
            }
        });
    }
}
