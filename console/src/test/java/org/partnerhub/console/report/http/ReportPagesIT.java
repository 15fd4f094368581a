package org.partnerhub.console.report.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class ReportPagesIT extends RunningConsole {

    private final YearMonth now = YearMonth.now(ZoneId.of("Europe/London"));

    @Test
    void theFiguresAreTablesWithAChartBesideEach() {
        REFERRAL.stubFor(get(urlPathEqualTo("/reports/early-help"))
                .withQueryParam("from", equalTo(now.minusMonths(2).toString()))
                .withQueryParam("to", equalTo(now.toString()))
                .withQueryParam("by", equalTo("area"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson("""
                        {"from": "x", "to": "y", "by": "area", "smallCountsSuppressed": false, "rows": [
                         {"month": "%1$s", "area": "E10000003", "figure": "request", "children": 7, "families": 6},
                         {"month": "%1$s", "area": "E10000003", "figure": "step-down", "children": null, "families": null}]}
                        """.formatted(now))));

        assertThat(read("/reports?months=3&by=area"))
                .hasStatus(200)
                .bodyText()
                .contains("Request: E10000003", ">7<", ">–<", "<rect", "None in these months", ">Step down: E10000003<")
                .doesNotContain("style=");
    }

    @Test
    void noFiguresIsSaidSo() {
        REFERRAL.stubFor(get(urlPathEqualTo("/reports/early-help")).willReturn(okJson("{\"rows\": []}")));

        assertThat(read("/reports")).hasStatus(200).bodyText().contains("There are no figures for these months yet.");
    }

    @Test
    void aServiceThatIsDownIsSaidSo() {
        REFERRAL.stubFor(get(urlPathEqualTo("/reports/early-help"))
                .willReturn(aResponse().withStatus(503)));

        assertThat(read("/reports")).hasStatus(503).bodyText().contains("cannot answer at the moment");
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .exchange();
    }
}
