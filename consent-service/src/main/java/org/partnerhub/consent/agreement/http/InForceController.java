package org.partnerhub.consent.agreement.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.partnerhub.consent.agreement.Agreement;
import org.partnerhub.consent.agreement.KeptAgreement;
import org.partnerhub.consent.agreement.store.Agreements;
import org.partnerhub.contracts.directory.AgreementsInForce;
import org.partnerhub.contracts.directory.AgreementsInForce.InForce;
import org.partnerhub.contracts.sharing.PartnerId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells services with whom an agreement is in force, so that operators see where one is still needed; terms stay here. */
@RestController
class InForceController {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final Agreements agreements;
    private final Clock clock;

    InForceController(Agreements agreements, Clock clock) {
        this.agreements = agreements;
        this.clock = clock;
    }

    @GetMapping("/internal/agreements/in-force")
    AgreementsInForce inForce() {
        LocalDate today = LocalDate.now(clock.withZone(ENGLAND));
        Map<String, LocalDate> until = new TreeMap<>();
        agreements.all().stream()
                .map(KeptAgreement::agreement)
                .filter(it -> isInForce(it, today))
                .forEach(it -> until.merge(it.partner().value(), it.until(), InForceController::later));
        return new AgreementsInForce(until.entrySet().stream()
                .map(it -> new InForce(new PartnerId(it.getKey()), it.getValue()))
                .toList());
    }

    private static boolean isInForce(Agreement agreement, LocalDate day) {
        return !day.isBefore(agreement.from()) && !day.isAfter(agreement.until());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
