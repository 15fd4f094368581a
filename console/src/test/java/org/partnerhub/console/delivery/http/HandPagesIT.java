package org.partnerhub.console.delivery.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class HandPagesIT extends RunningConsole {

    private static final String ID = "5f0c8a52-3b0e-4f6d-9a4b-0a1d2f3c4b5e";
    private static final String PAGE = "/deliveries/by-hand/" + ID;

    @Test
    void whatIsToBeToldIsShownOnceAndNotInAnAddress() {
        answers("content", 200, """
                {"recipient": "directors-office-e08000025", "purpose": "section-85-notice", "reference": "stay/1",
                 "content": {"identity": {"name": {"given": ["Wren", "Isla"], "family": "Fenwick"}},
                             "plan": {"leadProfessional": {"role": "nurse"}, "needs": [{"text": "sleep"}, {"text": "school"}]}},
                 "withheld": [{"category": "police", "reasons": ["The purpose does not need it."]}]}
                """);

        MvcTestResult page = send("content", "why", "No channel reaches them");

        assertThat(page)
                .hasStatus(200)
                .bodyText()
                .contains(
                        "For Directors office e08000025",
                        "Wren, Isla",
                        "Fenwick",
                        "Lead professional, role",
                        "Needs 2, text",
                        "Police: The purpose does not need it.");
        assertThat(page.getResponse().getHeader("Cache-Control")).contains("no-store");
        NOTIFICATION.verify(postRequestedFor(urlEqualTo("/deliveries/" + ID + "/content"))
                .withRequestBody(equalToJson("{\"reason\": \"No channel reaches them\"}")));
    }

    @Test
    void whatMayNotGoIsNotShown() {
        answers("content", 409, "{}");
        assertThat(send("content", "why", "x")).hasStatus(409).bodyText().contains("may not go now", "Take it out");
    }

    @Test
    void whatHasArrivedIsSettledWithHowItWent() {
        answers("settlement", 200, "{\"id\": \"" + ID + "\", \"state\": \"delivered\"}");

        assertThat(send("settlement", "how", "Read out to the duty desk"))
                .hasStatus(302)
                .hasRedirectedUrl("/deliveries/list?state=manual")
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("counts as delivered");
        NOTIFICATION.verify(postRequestedFor(urlEqualTo("/deliveries/" + ID + "/settlement"))
                .withRequestBody(equalToJson("{\"reason\": \"Read out to the duty desk\"}")));
    }

    @Test
    void whatNobodyTookOutIsNotSettled() {
        answers("settlement", 409, "{}");
        assertThat(send("settlement", "how", "x")).hasStatus(409).bodyText().contains("Take the content out first");
    }

    @Test
    void bothWantWords() {
        assertThat(send("content", "why", " ")).hasStatus(400).bodyText().contains("href=\"#why\"");
        assertThat(send("settlement", "how", " ")).hasStatus(400).bodyText().contains("href=\"#how\"");
        NOTIFICATION.verify(0, postRequestedFor(anyUrl()));
    }

    private static void answers(String what, int status, String body) {
        NOTIFICATION.stubFor(post("/deliveries/" + ID + "/" + what)
                .willReturn(status == 200 ? okJson(body) : aResponse().withStatus(status)));
    }

    private MvcTestResult send(String what, String field, String words) {
        return browser.post()
                .uri(PAGE + "/" + what)
                .param(field, words)
                .with(signedIn("operator"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }
}
