package org.partnerhub.console.override.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SharingPagesIT extends RunningConsole {

    private static final String ID = "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String ONE = "/overrides/" + ID;
    private static final String PAGE = "/sharing-without-consent/" + ID;
    private static final String SENTENCE = "The risk to the child was immediate.";

    @BeforeEach
    void anotherOfficersOverrideWaits() {
        CONSENT.stubFor(get(ONE).willReturn(okJson(override("somebody-else", "waiting"))));
    }

    @Test
    void theListShowsWhatWaitsAndHowOftenByWhom() {
        CONSENT.stubFor(get(urlEqualTo("/overrides?state=all"))
                .willReturn(okJson("{\"items\": [" + override("somebody-else", "escalated") + "]}")));

        assertThat(read("/sharing-without-consent"))
                .hasStatus(200)
                .bodyText()
                .contains("Waiting for review (1)", "Late: escalated", "2 December 2026, 3:05pm", PAGE, "somebody-else")
                .contains("Nothing has been reviewed yet.")
                .doesNotContain("Nothing waits for review.", "Nobody has shared without consent.", ", newest first");
        CONSENT.verify(getRequestedFor(urlEqualTo("/overrides?state=all"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN)));
    }

    @Test
    void anEmptyListSaysSo() {
        CONSENT.stubFor(get(urlEqualTo("/overrides?state=all")).willReturn(okJson("{\"items\": []}")));

        assertThat(read("/sharing-without-consent"))
                .bodyText()
                .contains("Nothing waits for review.", "Nobody has shared without consent.");
    }

    @Test
    void oneIsShownInPlainWords() {
        assertThat(read(PAGE))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Asking for consent would put the protection at risk", "Yes: somebody had refused or withdrawn")
                .contains("&lt;b&gt;Asking&lt;/b&gt;", "Early help hub cambridgeshire: identity")
                .contains("27 November 2026, 3:06pm", "Record the finding")
                .doesNotContain("Nothing was permitted because of it.");
    }

    @Test
    void onesOwnIsLeftToAnotherOfficer() {
        // the subject that Spring Security's test support signs in
        CONSENT.stubFor(get(ONE).willReturn(okJson(override("user", "waiting"))));

        assertThat(read(PAGE))
                .bodyText()
                .contains("A different officer must review it")
                .doesNotContain("Record the finding");
    }

    @Test
    void aFindingIsSentAndConfirmedInWords() {
        CONSENT.stubFor(post(ONE + "/review").willReturn(okJson(override("somebody-else", "not-upheld"))));

        assertThat(review("no", SENTENCE))
                .hasStatus(302)
                .hasRedirectedUrl("/sharing-without-consent")
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("It has ended");
        CONSENT.verify(postRequestedFor(urlEqualTo(ONE + "/review"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"upheld\": false, \"finding\": \"" + SENTENCE + "\"}")));
    }

    @Test
    void anIncompleteFindingIsSentBackWithWhatWasTyped() {
        assertThat(review("", "too short"))
                .hasStatus(400)
                .bodyText()
                .contains("There is a problem", "href=\"#upheld\"", "href=\"#finding\"", ">too short<");
        CONSENT.verify(0, postRequestedFor(urlEqualTo(ONE + "/review")));
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void somebodyElseWasFaster(int status) {
        CONSENT.stubFor(post(ONE + "/review").willReturn(aResponse().withStatus(status)));

        assertThat(review("yes", SENTENCE)).hasStatus(409).bodyText().contains("Somebody else changed this");
    }

    @Test
    void theServicesOwnSentencesAreShown() {
        CONSENT.stubFor(
                post(ONE + "/review").willReturn(problem(403, "{\"detail\": \"A different officer does it.\"}")));
        assertThat(review("yes", SENTENCE)).hasStatus(403).bodyText().contains("A different officer does it.");

        CONSENT.stubFor(
                post(ONE + "/review")
                        .willReturn(
                                problem(
                                        400,
                                        "{\"detail\": \"Correct each field.\", \"errors\": [{\"pointer\": \"/finding\", \"detail\": \"Name nobody.\"}]}")));
        assertThat(review("yes", SENTENCE))
                .hasStatus(400)
                .bodyText()
                .contains("Name nobody.", SENTENCE)
                .doesNotContain("Correct each field.");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 503})
    void whatIsNoProblemDocumentIsNotShown(int status) {
        CONSENT.stubFor(
                post(ONE + "/review").willReturn(aResponse().withStatus(status).withBody("secret inside")));

        assertThat(review("yes", SENTENCE))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer at the moment")
                .doesNotContain("secret inside");
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        CONSENT.stubFor(get(ONE).willReturn(problem(404, "{\"detail\": \"Check the id.\"}")));

        assertThat(read(PAGE)).hasStatus(404).bodyText().contains("There is no such thing here");
    }

    private static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder problem(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody(body);
    }

    private static String override(String account, String state) {
        return """
            {"id": "%s", "person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "purpose": "early-help-support",
             "ground": "asking-would-endanger", "recipients": ["early-help-hub-cambridgeshire"], "categories": ["identity", "safety"],
             "despiteRefusal": true, "authorisedBy": "%s", "role": "governance-approver",
             "authorisedAt": "2026-11-27T15:05:00Z", "endsAt": "2026-11-28T15:05:00Z", "inForce": true,
             "review": {"state": "%s", "dueBy": "2026-12-02T15:05:00Z"}, "reason": "<b>Asking</b> would warn the person feared",
             "permitted": [{"decision": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "recipient": "early-help-hub-cambridgeshire",
                            "categories": ["identity"], "at": "2026-11-27T15:06:00Z"}],
             "links": {"self": "/overrides/x"}}
            """.formatted(ID, account, state);
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-approver"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult review(String upheld, String finding) {
        return browser.post()
                .uri(PAGE + "/review")
                .param("upheld", upheld)
                .param("finding", finding)
                .with(signedIn("governance-approver"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }
}
