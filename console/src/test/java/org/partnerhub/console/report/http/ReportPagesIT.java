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
                .contains(
                        "Request: Cambridgeshire",
                        ">7<",
                        ">–<",
                        "<rect",
                        "None in these months",
                        ">Step down: Cambridgeshire<")
                .doesNotContain("style=");
    }

    @Test
    void noFiguresIsSaidSo() {
        REFERRAL.stubFor(get(urlPathEqualTo("/reports/early-help")).willReturn(okJson("{\"rows\": []}")));

        assertThat(read("/reports")).hasStatus(200).bodyText().contains("There are no figures for these months yet.");
    }

    @Test
    void whatWasToldIsShownMonthByMonth() {
        CONSENT.stubFor(get(urlPathEqualTo("/reports/disclosures"))
                .withQueryParam("from", equalTo(now.minusMonths(5).toString()))
                .withQueryParam("by", equalTo("partner"))
                .willReturn(okJson("""
                        {"from": "x", "to": "y", "by": "partner", "rows": [
                         {"month": "%s", "part": "fenland-academy", "disclosures": 31}]}
                        """.formatted(now))));

        assertThat(read("/reports/disclosures?months=6&by=partner"))
                .hasStatus(200)
                .bodyText()
                .contains("Fenland academy", ">31<", ">0<", "<rect", "aria-current=\"page\"")
                .doesNotContain("style=");
    }

    @Test
    void howLongAnswersTakeIsSaidInHoursAndDays() {
        REFERRAL.stubFor(get(urlPathEqualTo("/reports/time-to-answer"))
                .withQueryParam("by", equalTo("recipient"))
                .willReturn(okJson("""
                        {"from": "x", "to": "y", "by": "recipient",
                         "total": {"asked": 8, "answered": 6, "inTime": 3, "waiting": 2, "overdue": 1, "medianHours": 1, "nineInTenHours": 60},
                         "rows": [
                          {"part": "cpft-camhs", "asked": 7, "answered": 6, "inTime": 3, "waiting": 1, "overdue": 1, "medianHours": 4.5, "nineInTenHours": 60},
                          {"part": "fenland-academy", "asked": 1, "answered": 0, "inTime": 0, "waiting": 1, "overdue": 0, "medianHours": null, "nineInTenHours": null}]}
                        """)));

        assertThat(read("/reports/time-to-answer"))
                .hasStatus(200)
                .bodyText()
                .contains("Cpft camhs", "4.5 hours", "2.5 days", "50%", ">1 hour<", ">All<", "width=\"100\"", ">–<");
    }

    @Test
    void whereConsentStandsIsShownByPurpose() {
        CONSENT.stubFor(get("/reports/consent-coverage").willReturn(okJson("""
                {"on": "2026-11-27", "rows": [{"purpose": "early-help-support", "people": 4, "inForce": 3, "endsSoon": 1,
                 "notBegun": 0, "refused": 1, "withdrawn": 0, "expired": 0}]}
                """)));

        assertThat(read("/reports/consent-coverage"))
                .hasStatus(200)
                .bodyText()
                .contains("Early help support", "75%", "width=\"75\"");
    }

    @Test
    void emptyReportsSaySo() {
        CONSENT.stubFor(get(urlPathEqualTo("/reports/disclosures")).willReturn(okJson("{\"rows\": []}")));
        CONSENT.stubFor(get("/reports/consent-coverage").willReturn(okJson("{\"rows\": []}")));
        REFERRAL.stubFor(get(urlPathEqualTo("/reports/time-to-answer"))
                .willReturn(okJson("{\"total\": {\"asked\": 0}, \"rows\": []}")));

        assertThat(read("/reports/disclosures")).bodyText().contains("Nothing was told in these months.");
        assertThat(read("/reports/consent-coverage")).bodyText().contains("Nobody has been asked yet.");
        assertThat(read("/reports/time-to-answer")).bodyText().contains("Nobody was asked anything in these months.");
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
