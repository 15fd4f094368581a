package org.partnerhub.consent.report.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.officer.http.Officers;
import org.partnerhub.consent.report.By;
import org.partnerhub.consent.report.Coverage;
import org.partnerhub.consent.report.Told;
import org.partnerhub.consent.report.store.ConsentCoverage;
import org.partnerhub.consent.report.store.DisclosureFigures;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.Months;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Exact figures for governance officers. They name nobody; partners see none of them. */
@RestController
class ReportsController {

    private final DisclosureFigures figures;
    private final ConsentCoverage coverage;
    private final KnownDirectory directory;
    private final Clock clock;

    ReportsController(DisclosureFigures figures, ConsentCoverage coverage, KnownDirectory directory, Clock clock) {
        this.figures = figures;
        this.coverage = coverage;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/reports/disclosures")
    ResponseEntity<Object> disclosures(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "ground") String by,
            Caller officer) {
        if (!Officers.include(officer)) {
            return Officers.only();
        }
        Months months = Months.of(from, to, clock);
        By part = By.of(by).orElseThrow(() -> new BadInput("/by", "Write ground, partner, recipient or purpose."));
        List<Told> told = figures.in(months.first(), months.last(), part);
        List<Row> rows = part == By.PARTNER
                ? ByPartner.of(told, this::partners)
                : told.stream().map(Row::of).toList();
        return ResponseEntity.ok(
                new Disclosures(months.first().toString(), months.last().toString(), part.code(), rows));
    }

    /** Whoever runs the recipient now; itself where nobody knows it any more. */
    private List<String> partners(String recipient) {
        return directory
                .recipient(new RecipientId(recipient))
                .map(it ->
                        it.operatedBy().stream().map(Object::toString).sorted().toList())
                .filter(it -> !it.isEmpty())
                .orElse(List.of(recipient));
    }

    @GetMapping("/reports/consent-coverage")
    ResponseEntity<Object> consents(Caller officer) {
        if (!Officers.include(officer)) {
            return Officers.only();
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ConsentRecord.ENGLAND);
        return ResponseEntity.ok(new Consents(today, coverage.on(today)));
    }

    private record Disclosures(String from, String to, String by, List<Row> rows) {}

    private record Consents(LocalDate on, List<Coverage> rows) {}
}
