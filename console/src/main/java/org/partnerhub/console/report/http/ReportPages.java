package org.partnerhub.console.report.http;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.report.Span;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Figures as tables with a chart beside each; they print as they are. */
@Controller
class ReportPages {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final String MONTHS = "?from={from}&to={to}&by={by}";

    private final OfficerCalls calls;
    private final Clock clock = Clock.systemUTC();

    ReportPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/reports")
    ModelAndView earlyHelp(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String by) {
        Span span = span(months, by, List.of("month", "area", "agency"));
        var answer = calls.read(
                officer,
                "referral",
                calls.document(it -> FoundReport.of(it, span)),
                "/reports/early-help" + MONTHS,
                asked(span));
        return Shown.answered(page("reports", span), "figures", answer);
    }

    @GetMapping("/reports/disclosures")
    ModelAndView disclosures(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String by) {
        Span span = span(months, by, List.of("ground", "partner", "recipient", "purpose"));
        var answer = calls.read(
                officer,
                "consent",
                calls.document(it -> FoundFigures.disclosures(it, span)),
                "/reports/disclosures" + MONTHS,
                asked(span));
        return Shown.answered(page("report-disclosures", span), "figures", answer);
    }

    @GetMapping("/reports/time-to-answer")
    ModelAndView timeToAnswer(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "") String by) {
        Span span = span(months, by, List.of("recipient", "month", "purpose"));
        var answer = calls.read(
                officer,
                "referral",
                calls.document(FoundFigures::answers),
                "/reports/time-to-answer" + MONTHS,
                asked(span));
        return Shown.answered(page("report-answers", span), "times", answer);
    }

    @GetMapping("/reports/consent-coverage")
    ModelAndView consentCoverage(@RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer) {
        var answer =
                calls.read(officer, "consent", calls.document(FoundFigures::coverage), "/reports/consent-coverage");
        return Shown.answered(Shown.page("report-consents"), "coverage", answer);
    }

    private Span span(int months, String by, List<String> breakdowns) {
        return Span.of(YearMonth.from(clock.instant().atZone(ENGLAND)), months, by, breakdowns);
    }

    private static Object[] asked(Span span) {
        return new Object[] {span.first().toString(), span.last().toString(), span.by()};
    }

    private static ModelAndView page(String template, Span span) {
        return Shown.page(template).addObject("span", span);
    }
}
