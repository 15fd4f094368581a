package org.partnerhub.console.delivery.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class PartnerPagesIT extends RunningConsole {

    private static final String SCHOOL = "/deliveries/partners/fenland-academy";
    private static final String TEST = "/partners/fenland-academy/test-messages";
    private static final String PAUSE = "/partners/fenland-academy/pause";

    @BeforeEach
    void oneIsDownAndOneIsInOrder() {
        stands("""
                {"partner": "fenland-academy", "name": "Fenland Academy", "paused": false, "version": 3,
                 "agreement": "in-force", "agreementUntil": "2027-03-31", "recipients": [
                  {"recipient": "fenland-academy-safeguarding-lead", "name": "Safeguarding lead", "channel": "webhook",
                   "lastSuccess": "2026-11-26T09:00:00Z", "lastFailure": "2026-11-27T09:00:00Z", "failingSince": "2026-11-26T10:00:00Z",
                   "failure": "recipient-answered-503", "incident": "2026-11-26T10:01:00Z", "waiting": 7, "failing": 7, "parked": 2,
                   "givenUp": 0, "manual": 0, "inMailbox": 0,
                   "incidents": [{"opened": "2026-11-26T10:01:00Z"},
                                 {"opened": "2026-11-20T10:00:00Z", "closed": "2026-11-20T11:00:00Z"}]}]},
                {"partner": "cpft", "name": "The trust", "paused": false, "version": 0, "recipients": []}
                """);
    }

    @Test
    void whoIsDownComesFirstWithWhatWaits() {
        assertThat(read("/deliveries"))
                .hasStatus(200)
                .bodyText()
                .contains("To look at now (1)", "Fenland Academy", ">Down<", "In order (1)", "The trust", "Sends only");
    }

    @Test
    void noPartnerThatNeedsAnybodyIsSaidSo() {
        stands("");
        assertThat(read("/deliveries"))
                .bodyText()
                .contains("Every partner is reached, and nothing needs a hand.", "There are no other partners.")
                .doesNotContain("<table");
    }

    @Test
    void oneShowsWhyAndSinceWhen() {
        assertThat(read(SCHOOL))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Failing since 26 November 2026, 10:00am",
                        "the recipient answered with status 503",
                        "in force until 31 March 2027",
                        "7 due or under way",
                        "Down from 20 November 2026, 10:00am to 20 November 2026, 11:00am",
                        "Pause the partner");
    }

    @Test
    void pausingSendsReasonAndTheVersionThatWasSeen() {
        NOTIFICATION.stubFor(
                put(PAUSE).willReturn(okJson("{\"partner\": \"fenland-academy\", \"paused\": true, \"version\": 4}")));

        assertThat(send(Map.of("reason", " Their server moves ", "paused", "true", "version", "3")))
                .hasStatus(302)
                .hasRedirectedUrl(SCHOOL)
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("is paused", "nothing is lost");
        NOTIFICATION.verify(putRequestedFor(urlEqualTo(PAUSE))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(
                        equalToJson("{\"paused\": true, \"reason\": \"Their server moves\", \"version\": 3}")));
    }

    @Test
    void aPausedPartnerSaysByWhomAndWhyAndCanGoOn() {
        stands("""
                {"partner": "fenland-academy", "name": "Fenland Academy", "paused": true, "pausedSince": "2026-11-26T09:00:00Z",
                 "pausedBy": "7f0c", "pauseReason": "Their server moves", "version": 4, "recipients": []}
                """);
        assertThat(read(SCHOOL))
                .bodyText()
                .contains(
                        "Paused since 26 November 2026, 9:00am by account 7f0c: Their server moves",
                        "name=\"paused\" value=\"false\"",
                        "name=\"version\" value=\"4\"",
                        "Let the partner go on");
    }

    @Test
    void aPauseWithoutAReasonIsSentBack() {
        assertThat(send(Map.of("reason", " ", "paused", "true", "version", "3")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#reason\"", "Enter the reason in 1 to 500 characters.");
        NOTIFICATION.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void whoeverWasSlowerIsToldAndNothingChanges() {
        NOTIFICATION.stubFor(put(PAUSE).willReturn(aResponse().withStatus(409)));
        assertThat(send(Map.of("reason", "x", "paused", "true", "version", "3")))
                .hasStatus(409)
                .bodyText()
                .contains("Somebody else changed this", "Pause the partner");
    }

    @Test
    void aCertificateThatIsAboutToLapseIsSaidBeforeDeliveriesFail() {
        stands("""
                {"partner": "fenland-academy", "name": "Fenland Academy", "paused": false, "version": 3, "agreement": "in-force",
                 "recipients": [{"recipient": "fenland-academy-safeguarding-lead", "name": "Safeguarding lead", "channel": "webhook",
                   "lastSuccess": "2026-11-26T09:00:00Z", "certificateUntil": "2020-01-01T12:00:00Z"}]},
                {"partner": "cpft", "name": "The trust", "paused": false, "version": 0, "agreement": "in-force", "recipients": [
                  {"recipient": "cpft-camhs", "name": "CAMHS", "channel": "fhir", "lastSuccess": "2026-11-26T09:00:00Z",
                   "certificateUntil": "2999-01-01T12:00:00Z"}]}
                """);
        assertThat(read("/deliveries")).bodyText().contains("To look at now (1)", "Certificate lapses", "In order (1)");
        assertThat(read(SCHOOL))
                .bodyText()
                .contains("Its certificate must be renewed: good until 1 January 2020, 12:00pm");
        assertThat(read("/deliveries/partners/cpft"))
                .bodyText()
                .contains("Certificate good until 1 January 2999")
                .doesNotContain("Send a test message");
    }

    @Test
    void aTestMessageIsSentAndWhatCameOfItIsShown() {
        NOTIFICATION.stubFor(post(TEST).willReturn(okJson("""
                        {"items": [{"recipient": "fenland-academy-safeguarding-lead", "channel": "webhook", "result": "turned-away",
                                    "reason": "recipient-answered-401"}]}
                        """)));
        assertThat(test(" Before the first referral "))
                .hasStatus(200)
                .bodyText()
                .contains("Turned away: the recipient answered with status 401");
        NOTIFICATION.verify(postRequestedFor(urlEqualTo(TEST))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"reason\": \"Before the first referral\"}")));
    }

    @Test
    void aTestNeedsAReasonAndASilentServiceIsSaidSo() {
        assertThat(test(" ")).hasStatus(400).bodyText().contains("href=\"#test-reason\"");
        NOTIFICATION.verify(0, postRequestedFor(anyUrl()));
        NOTIFICATION.stubFor(post(TEST).willReturn(serverError()));
        assertThat(test("x")).hasStatus(503).bodyText().contains("cannot answer", ">x</textarea>");
    }

    private MvcTestResult test(String reason) {
        return browser.post()
                .uri(SCHOOL + "/test-messages")
                .with(signedIn("operator"))
                .with(officersToken())
                .with(csrf())
                .param("reason", reason)
                .exchange();
    }

    @Test
    void anUnknownPartnerAndASilentServiceAreSaidSo() {
        assertThat(read("/deliveries/partners/nobody"))
                .hasStatus(404)
                .bodyText()
                .contains("There is no such thing");
        NOTIFICATION.stubFor(get("/partners/health").willReturn(serverError()));
        assertThat(read("/deliveries")).hasStatus(503).bodyText().contains("cannot answer");
    }

    private static void stands(String partners) {
        NOTIFICATION.stubFor(get("/partners/health").willReturn(okJson("{\"items\": [" + partners + "]}")));
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("operator"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult send(Map<String, String> form) {
        var request = browser.post()
                .uri(SCHOOL + "/pause")
                .with(signedIn("operator"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
