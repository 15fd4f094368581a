package org.partnerhub.console.today.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class TodayPagesIT extends RunningConsole {

    @BeforeEach
    void nothingWaits() {
        answer(CONSENT, "/overrides", "{\"items\": []}");
        answer(CONSENT, "/agreements", "{\"items\": []}");
        answer(CONSENT, "/rights-requests", "{\"items\": []}");
        answer(CONSENT, "/breach-reports", "{\"items\": []}");
        answer(CONSENT, "/log/checkpoints", "{\"stopped\": false, \"items\": [], \"witnesses\": []}");
        answer(REFERRAL, "/people/reviews", "{\"reviews\": []}");
        answer(NOTIFICATION, "/stays", "{\"stays\": []}");
        answer(NOTIFICATION, "/partners/health", "{\"items\": []}");
        answer(NOTIFICATION, "/partners/onboardings", "{\"items\": []}");
    }

    @Test
    void whereNothingWaitsItSaysSo() {
        assertThat(today("governance-officer"))
                .hasStatus(200)
                .bodyText()
                .contains("Nothing needs you today.")
                .doesNotContain("not known", "<li class=\"govuk-task-list");
        CONSENT.verify(
                getRequestedFor(urlEqualTo("/overrides")).withHeader("Authorization", equalTo("Bearer " + TOKEN)));
    }

    @Test
    void whatIsLateComesFirstAndLeadsToItsPage() {
        Instant soon = Instant.now().plus(20, ChronoUnit.HOURS);
        answer(CONSENT, "/breach-reports", "{\"items\": [%s, %s]}".formatted(breach(soon), breach(Instant.EPOCH)));
        answer(CONSENT, "/overrides", "{\"items\": [%s, %s]}".formatted(override("waiting"), override("escalated")));
        answer(CONSENT, "/log/checkpoints", "{\"stopped\": true, \"items\": [], \"witnesses\": []}");

        assertThat(today("governance-officer"))
                .bodyText()
                .containsSubsequence(
                        "1 sharing without consent has not been reviewed within three working days",
                        "1 sharing without consent waits for review",
                        "1 breach is to be told to the Commissioner by")
                .contains("The log is not being sealed", "href=\"/sharing-without-consent\"", "href=\"/breaches\"")
                .doesNotContain("Nothing needs you today.", "Nothing else");
    }

    @Test
    void aServiceThatIsDownHidesNothingOfTheOthersAndIsNotTakenForAllClear() {
        NOTIFICATION.stubFor(
                get(urlPathEqualTo("/stays")).willReturn(aResponse().withStatus(503)));
        assertThat(today("governance-officer"))
                .hasStatus(200)
                .bodyText()
                .contains("not known", "Hospital and residential stays", "Nothing else needs you today.");

        answer(CONSENT, "/overrides", "{\"items\": [%s]}".formatted(override("waiting")));
        assertThat(today("governance-officer"))
                .bodyText()
                .contains("not known", "1 sharing without consent waits for review");
    }

    @Test
    void peopleWhoMayBeOneAreCountedWithHowLongTheOldestWaits() {
        String pair = """
                {"id": "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d0%d", "doubts": [], "raisedBy": "fenland-academy", "raisedAt": "%s"}""";
        Instant longAgo = Instant.now().minus(80, ChronoUnit.HOURS);
        answer(
                REFERRAL,
                "/people/reviews",
                "{\"reviews\": [%s, %s]}".formatted(pair.formatted(1, longAgo), pair.formatted(2, Instant.now())));

        assertThat(today("governance-officer"))
                .bodyText()
                .contains("2 pairs of people may be one person each, the oldest for 3 days", "href=\"/people\"");
        assertThat(today("operator")).bodyText().doesNotContain("may be one person");
    }

    @Test
    void anApproverIsToldOfTheirOwnPagesOnly() {
        answer(CONSENT, "/overrides", "{\"items\": [%s]}".formatted(override("waiting")));

        assertThat(today("governance-approver")).bodyText().contains("1 sharing without consent waits for review");
        CONSENT.verify(0, getRequestedFor(urlPathEqualTo("/agreements")));
        NOTIFICATION.verify(0, getRequestedFor(urlPathEqualTo("/stays")));
    }

    @Test
    void anOperatorSeesWhichPartnersFailAndWhatIsStuck() {
        answer(NOTIFICATION, "/partners/health", """
                {"items": [{"partner": "fenland-academy", "name": "Fenland Academy", "paused": false, "version": 1, "agreement": "in-force",
                  "recipients": [{"recipient": "fenland-academy-safeguarding-lead", "name": "Safeguarding lead", "channel": "webhook",
                    "lastSuccess": "2026-11-26T09:00:00Z", "failingSince": "2026-11-27T08:00:00Z", "failure": "recipient-answered-503",
                    "waiting": 0, "failing": 0, "parked": 2, "givenUp": 1, "manual": 0, "inMailbox": 0, "incidents": []}]}]}
                """);

        assertThat(today("operator")).bodyText().contains("1 partner cannot be reached", "Late");
        CONSENT.verify(0, getRequestedFor(urlPathEqualTo("/overrides")));
    }

    @Test
    void anOperatorSeesWhoWaitsToBeTakenOnAndForWhomAPauseHoldsSomething() {
        answer(NOTIFICATION, "/partners/onboardings", """
                {"items": [{"state": "proposed"}, {"state": "approved"}, {"state": "registered"}, {"state": "refused"}]}
                """);
        answer(NOTIFICATION, "/partners/health", """
                {"items": [
                  {"partner": "fenland-academy", "paused": true, "recipients": [{"recipient": "fenland-academy-lead", "waiting": 2}]},
                  {"partner": "cpft", "paused": true, "recipients": [{"recipient": "cpft-camhs", "waiting": 0,
                    "certificateUntil": "2020-01-01T00:00:00Z"}]}]}
                """);

        assertThat(today("operator"))
                .bodyText()
                .contains(
                        "1 paused partner has deliveries waiting",
                        "1 partner’s certificate is about to lapse",
                        "1 new partner waits for another operator’s word",
                        "1 approved partner has no client yet",
                        "href=\"/deliveries/onboardings\"");
    }

    @Test
    void aPageOfWhichTwoThingsAreUnknownIsNamedOnce() {
        NOTIFICATION.stubFor(
                get(urlPathEqualTo("/partners/health")).willReturn(aResponse().withStatus(503)));
        NOTIFICATION.stubFor(get(urlPathEqualTo("/partners/onboardings"))
                .willReturn(aResponse().withStatus(503)));

        assertThat(today("operator").getResponse().getContentAsByteArray())
                .asString(StandardCharsets.UTF_8)
                .containsOnlyOnce("<li>Deliveries and partners</li>");
    }

    private MvcTestResult today(String role) {
        return browser.get().uri("/").with(signedIn(role)).with(officersToken()).exchange();
    }

    private static void answer(WireMockServer service, String path, String json) {
        service.stubFor(get(urlPathEqualTo(path)).willReturn(okJson(json)));
    }

    private static String breach(Instant notifyBy) {
        return """
            {"id": "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "awareAt": "2026-11-26T08:00:00Z", "notifyBy": "%s", "whatHappened": "A notice went astray.",
             "consequences": "None", "measures": "None", "toldToPeople": true, "people": 1, "categories": ["identity"], "told": [],
             "madeBy": "user", "madeAt": "2026-11-26T09:00:00Z"}
            """.formatted(notifyBy);
    }

    private static String override(String state) {
        return """
            {"id": "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "purpose": "early-help-support",
             "ground": "asking-would-endanger", "recipients": ["early-help-hub-cambridgeshire"], "categories": ["identity"],
             "despiteRefusal": false, "authorisedBy": "somebody-else", "role": "governance-approver",
             "authorisedAt": "2026-11-27T15:05:00Z", "endsAt": "2026-11-28T15:05:00Z", "inForce": true,
             "review": {"state": "%s", "dueBy": "2026-12-02T15:05:00Z"}}
            """.formatted(state);
    }
}
