package org.partnerhub.console.delivery.http;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class DeliveryPagesIT extends RunningConsole {

    private static final String ID = "5f0c8a52-3b0e-4f6d-9a4b-0a1d2f3c4b5e";
    private static final String AFTER = "2026-11-26T09:00:00.123456Z_" + ID;

    @BeforeEach
    void oneWasGivenUp() {
        NOTIFICATION.stubFor(get(urlPathEqualTo("/deliveries")).willReturn(okJson("""
                {"items": [{"id": "%s", "kind": "referral", "recipient": "early-help-hub-cambridgeshire",
                            "partners": ["cambridgeshire-county-council"], "purpose": "early-help-support", "channel": "webhook",
                            "state": "given-up", "paused": false, "reason": "recipient-answered-422", "made": "2026-11-26T09:00:00Z",
                            "attempted": 1, "attempts": [{"number": 1, "startedAt": "2026-11-26T09:00:00Z",
                              "endedAt": "2026-11-26T09:00:01Z", "outcome": "given-up", "status": 422,
                              "reason": "recipient-answered-422"}]}],
                 "next": "%s"}
                """.formatted(ID, AFTER))));
    }

    @Test
    void whatWasGivenUpIsShownWithItsAttemptAndCanBeChosen() {
        assertThat(read("/deliveries/list?state=given-up&partner=cambridgeshire-county-council"))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Referral for early help support",
                        "Early help hub cambridgeshire",
                        "Given up",
                        "The recipient answered with status 422",
                        "Attempt 1, 26 November 2026, 9:00am: Given up",
                        "value=\"" + ID + "\"",
                        "Try all of these again",
                        "after=" + AFTER);
        NOTIFICATION.verify(
                getRequestedFor(urlEqualTo("/deliveries?state=given-up&partner=cambridgeshire-county-council")));
    }

    @Test
    void theNextPageIsAskedForByItsPlace() {
        read("/deliveries/list?state=&partner=&after=" + AFTER);
        NOTIFICATION.verify(getRequestedFor(urlEqualTo("/deliveries?after=" + AFTER)));
    }

    @Test
    void whatIsNoCodeIsNotPassedOn() {
        assertThat(read("/deliveries/list?state={x}&partner=a%26limit=1")).hasStatus(200);
        NOTIFICATION.verify(getRequestedFor(urlEqualTo("/deliveries")));
    }

    @Test
    void nothingFoundIsSaidSo() {
        NOTIFICATION.stubFor(get(urlPathEqualTo("/deliveries")).willReturn(okJson("{\"items\": []}")));
        assertThat(read("/deliveries/list"))
                .bodyText()
                .contains("There are no such deliveries.")
                .doesNotContain("<table");
    }

    @Test
    void chosenOnesAreTriedAgainWithAReason() {
        replayed("{\"replay\": \"" + ID + "\", \"replayed\": [\"" + ID + "\"], \"skipped\": [], \"more\": false}");

        assertThat(send(Map.of("which", "chosen", "ids", ID, "reason", "Mended", "state", "given-up", "partner", "")))
                .hasStatus(302)
                .hasRedirectedUrl("/deliveries/list?state=given-up")
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("One delivery is tried again now", "disclosure log");
        NOTIFICATION.verify(postRequestedFor(urlEqualTo("/deliveries/replays"))
                .withRequestBody(equalToJson("{\"reason\": \"Mended\", \"ids\": [\"" + ID + "\"]}")));
    }

    @Test
    void allOfAStateAreTriedAgainAndWhatIsLeftIsSaid() {
        replayed("{\"replay\": \"" + ID + "\", \"replayed\": [\"" + ID + "\", \"" + ID
                + "\"], \"skipped\": [], \"more\": true}");

        assertThat(send(Map.of("which", "all", "reason", "Back", "state", "failing", "partner", "fenland-academy")))
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("2 deliveries are tried again now", "More are left");
        NOTIFICATION.verify(
                postRequestedFor(urlEqualTo("/deliveries/replays"))
                        .withRequestBody(
                                equalToJson(
                                        "{\"reason\": \"Back\", \"all\": {\"state\": \"failing\", \"partner\": \"fenland-academy\"}}")));
    }

    @Test
    void nothingChosenAndNoReasonAreSentBack() {
        assertThat(send(Map.of("which", "chosen", "state", "given-up")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#ids\"", "href=\"#reason\"", "Referral for early help support");
        NOTIFICATION.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whereTheLogDoesNotAnswerNothingIsSaidToBeDone() {
        NOTIFICATION.stubFor(post("/deliveries/replays").willReturn(serverError()));
        assertThat(send(Map.of("which", "chosen", "ids", ID, "reason", "Mended", "state", "given-up")))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer", "checked=\"checked\"", "Mended");
    }

    private static void replayed(String answer) {
        NOTIFICATION.stubFor(post("/deliveries/replays").willReturn(okJson(answer)));
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(URI.create(path.replace("{", "%7B").replace("}", "%7D")))
                .with(signedIn("operator"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult send(Map<String, String> form) {
        var request = browser.post()
                .uri("/deliveries/replays")
                .with(signedIn("operator"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
