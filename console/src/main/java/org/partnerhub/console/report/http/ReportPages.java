package org.partnerhub.console.report.http;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import org.partnerhub.console.hub.http.OfficerCalls;
import org.partnerhub.console.page.http.Shown;
import org.partnerhub.console.report.Span;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.annotation.RegisteredOAuth2AuthorizedClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The early help figures as tables with a chart beside each; they print as they are. */
@Controller
class ReportPages {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final OfficerCalls calls;
    private final Clock clock = Clock.systemUTC();

    ReportPages(OfficerCalls calls) {
        this.calls = calls;
    }

    @GetMapping("/reports")
    ModelAndView earlyHelp(
            @RegisteredOAuth2AuthorizedClient("hub") OAuth2AuthorizedClient officer,
            @RequestParam(defaultValue = "12") int months,
            @RequestParam(defaultValue = "month") String by) {
        Span span = Span.of(YearMonth.from(clock.instant().atZone(ENGLAND)), months, by);
        var answer = calls.read(
                officer,
                "referral",
                calls.document(it -> FoundReport.of(it, span)),
                "/reports/early-help?from={from}&to={to}&by={by}",
                span.first().toString(),
                span.last().toString(),
                span.by());
        return Shown.answered(Shown.page("reports").addObject("span", span), "figures", answer);
    }
}
