package org.partnerhub.console.breach.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class BreachPagesIT extends RunningConsole {

    private static final String ID = "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String ONE = "/breaches/" + ID;
    private static final String REPORT = """
            {"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "awareAt": "2026-11-26T16:30:00Z", "notifyBy": "2026-11-29T16:30:00Z",
             "whatHappened": "Two notices went to the wrong school.", "consequences": "It learned of an incident.",
             "measures": "It deleted them.", "toldToPeople": true, "people": ["0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11"],
             "categories": ["identity", "safety"], "recipients": ["fenland-academy"], "madeBy": "officer.adeyemi",
             "madeAt": "2026-11-27T09:00:00Z",
             "told": [{"sequence": 1204, "entry": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a12", "at": "2026-11-19T09:00:00Z",
                       "person": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "recipient": "fenland-academy", "categories": ["safety"]}]}
            """;
    private static final Map<String, String> FORM = Map.of(
            "sequences", "1204, 1207\n1204",
            "awareOn-day", "26",
            "awareOn-month", "6",
            "awareOn-year", "2026",
            "awareTime", "16:30",
            "whatHappened", "Two notices went to the wrong school.",
            "consequences", "It learned of an incident.",
            "measures", "It deleted them.",
            "toldToPeople", "no");

    @Test
    void allAreListed() {
        CONSENT.stubFor(get("/breach-reports").willReturn(okJson("{\"items\": [" + REPORT + "]}")));

        assertThat(read("/breaches"))
                .hasStatus(200)
                .bodyText()
                .contains("Two notices went to the wrong school.", "29 November 2026, 4:30pm", "href=\"" + ONE + "\"");
    }

    @Test
    void noneIsSaid() {
        CONSENT.stubFor(get("/breach-reports").willReturn(okJson("{\"items\": []}")));

        assertThat(read("/breaches"))
                .bodyText()
                .contains("No breach has been reported.")
                .doesNotContain("<table");
    }

    @Test
    void aReportIsMadeOfWhatWasTyped() {
        CONSENT.stubFor(
                post("/breach-reports").willReturn(aResponse().withStatus(201).withBody(REPORT)));

        assertThat(send(FORM)).hasStatus(302).hasRedirectedUrl(ONE);
        CONSENT.verify(postRequestedFor(urlEqualTo("/breach-reports")).withRequestBody(equalToJson("""
                {"sequences": [1204, 1207], "awareAt": "2026-06-26T15:30:00Z",
                 "whatHappened": "Two notices went to the wrong school.", "consequences": "It learned of an incident.",
                 "measures": "It deleted them.", "toldToPeople": false}
                """)));
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsSent() {
        Map<String, String> wrong = new HashMap<>(Map.of("sequences", "twelve", "awareTime", "half past four"));

        assertThat(send(wrong))
                .hasStatus(400)
                .bodyText()
                .contains(
                        "#sequences",
                        "#awareOn",
                        "#awareTime",
                        "#whatHappened",
                        "#consequences",
                        "#measures",
                        "#toldToPeople",
                        "half past four");
        CONSENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void oneIsReadHereAndAsAPaper() {
        CONSENT.stubFor(get("/breach-reports/" + ID).willReturn(okJson(REPORT)));
        CONSENT.stubFor(
                get("/breach-reports/" + ID + "/paper").willReturn(aResponse().withBody("%PDF-1.6")));

        assertThat(read(ONE))
                .hasStatus(200)
                .bodyText()
                .contains("1204", "Fenland academy", "identity, safety", "Told, or will be", ONE + "/paper");
        assertThat(read(ONE + "/paper")).hasStatus(200).hasHeader("Content-Type", "application/pdf");
        CONSENT.resetAll();
        assertThat(read(ONE + "/paper")).hasStatus(404).bodyText().contains("There is no such thing here");
    }

    @Test
    void whatWasTickedInTheLogStandsInTheForm() {
        assertThat(read("/breaches/new?sequences=1204&sequences=7"))
                .hasStatus(200)
                .bodyText()
                .contains(">1204 7</textarea>");
        assertThat(read("/breaches/new?sequences=all")).hasStatus(400);
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult send(Map<String, String> form) {
        var request = browser.post()
                .uri("/breaches/new")
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
