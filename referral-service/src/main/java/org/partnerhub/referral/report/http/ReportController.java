package org.partnerhub.referral.report.http;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.report.By;
import org.partnerhub.referral.report.Report;
import org.partnerhub.referral.report.Row;
import org.partnerhub.referral.report.store.EarlyHelpFacts;
import org.partnerhub.referral.routing.Areas;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.Months;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report on early help. It names nobody; small counts are for officers alone. */
@RestController
class ReportController {

    private static final MediaType CSV = new MediaType("text", "csv");

    private final EarlyHelpFacts facts;
    private final Pathways pathways;
    private final KnownDirectory directory;
    private final Clock clock;

    ReportController(EarlyHelpFacts facts, Pathways pathways, KnownDirectory directory, Clock clock) {
        this.facts = facts;
        this.pathways = pathways;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/reports/early-help")
    ResponseEntity<?> earlyHelp(
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "month") String by,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            Caller caller) {
        boolean officer = GovernanceOfficers.include(caller);
        List<YearMonth> months = Months.of(from, to, clock).all();
        Report report = new Report(
                months,
                by(by, officer),
                pathways.areas().all().stream().map(Areas.Area::authority).toList(),
                agencies());
        List<Row> rows = officer ? report.exact(facts.in(months)) : report.suppressed(facts.in(months));
        boolean csv = accept != null && accept.contains(CSV.toString());
        return csv
                ? ResponseEntity.ok().contentType(CSV).body(CsvReport.of(rows))
                : ResponseEntity.ok(JsonReport.of(report, rows, !officer));
    }

    private List<String> agencies() {
        return directory.last().stream()
                .flatMap(it -> it.partners().stream())
                .map(it -> it.id().value())
                .sorted()
                .toList();
    }

    private static By by(String code, boolean officer) {
        return By.of(code)
                .filter(it -> officer || it != By.AREA_AND_AGENCY)
                .orElseThrow(() -> new BadInput(
                        "/by", "Write month, area or agency; area-and-agency is for governance officers."));
    }
}
