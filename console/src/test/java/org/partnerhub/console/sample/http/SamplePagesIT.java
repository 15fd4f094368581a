package org.partnerhub.console.sample.http;

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
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class SamplePagesIT extends RunningConsole {

    private static final String ID = "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String ASKED = "/log/samples/" + ID;
    private static final String ONE = "/audit-samples/" + ID;
    private static final String FINDING = """
            , "finding": {"version": 1, "answers": {"in-time": "no", "ground-holds": "yes"}, "note": "It went on the third day.",
                          "by": "officer.brook", "at": "2026-11-03T09:00:00Z"}
            """;
    private static final Map<String, String> WISH = Map.of(
            "reason", "Monthly audit",
            "size", "20",
            "from-day", "1",
            "from-month", "10",
            "from-year", "2026",
            "until-day", "31",
            "until-month", "10",
            "until-year", "2026",
            "kinds", "decision",
            "recipient", "cpft-camhs");

    @BeforeEach
    void oneIsDrawn() {
        CONSENT.stubFor(get(ASKED)
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson(sample(FINDING))));
    }

    @Test
    void theListShowsHowFarEachHasGot() {
        CONSENT.stubFor(
                get(urlEqualTo("/log/samples?limit=100")).willReturn(okJson("{\"items\": [" + sample("") + "]}")));

        assertThat(read("/audit-samples"))
                .hasStatus(200)
                .bodyText()
                .contains("Monthly audit", "1 October 2026 to 31 October 2026", "1 of 2", "href=\"" + ONE + "\"");
    }

    @Test
    void noSampleYetIsSaid() {
        CONSENT.stubFor(get(urlEqualTo("/log/samples?limit=100")).willReturn(okJson("{\"items\": []}")));

        assertThat(read("/audit-samples"))
                .bodyText()
                .contains("No sample has been drawn yet.")
                .doesNotContain("<table");
    }

    @Test
    void aSampleIsDrawnAsWished() {
        CONSENT.stubFor(
                post("/log/samples").willReturn(aResponse().withStatus(201).withBody(sample(""))));

        assertThat(send("/audit-samples/new", WISH)).hasStatus(302).hasRedirectedUrl(ONE);
        CONSENT.verify(postRequestedFor(urlEqualTo("/log/samples")).withRequestBody(equalToJson("""
                {"reason": "Monthly audit", "size": 20, "from": "2026-10-01", "until": "2026-10-31",
                 "filter": {"kinds": ["decision"], "recipient": "cpft-camhs"}}
                """)));
    }

    @Test
    void anEmptyWishNamesEveryFieldAndIsNotSent() {
        assertThat(send("/audit-samples/new", Map.of("size", "201", "seed", "no blanks", "purpose", "No Code")))
                .hasStatus(400)
                .bodyText()
                .contains("#reason", "#size", "#from", "#until", "#kinds", "#purpose", "#seed", "Error: Draw an audit");
        CONSENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void whatTheServiceWantsMendedIsSaidInItsOwnWords() {
        CONSENT.stubFor(
                post("/log/samples")
                        .willReturn(
                                aResponse()
                                        .withStatus(400)
                                        .withHeader("Content-Type", "application/problem+json")
                                        .withBody(
                                                "{\"errors\": [{\"detail\": \"No entry of this period passes the filter; choose a longer period.\"}]}")));

        assertThat(send("/audit-samples/new", WISH))
                .hasStatus(400)
                .bodyText()
                .contains("No entry of this period passes the filter", "value=\"cpft-camhs\"");
    }

    @Test
    void oneShowsHowItWasDrawnAndWhatWasFound() {
        assertThat(read(ONE))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Sample of 2 entries",
                        "october-2026",
                        "40 of the 1234 that the log had",
                        "1 of 2 examined",
                        "1 entry with a concern.",
                        "Was it told in time?",
                        ">Concern<",
                        ">To examine<",
                        "href=\"" + ONE + "/entries/9\"");
    }

    @Test
    void anEntryShowsWhatTheLogSaysAndItsChecklist() {
        assertThat(read(ONE + "/entries/9"))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Sharing was decided",
                        "2 of 2",
                        "cpft-camhs",
                        "Was it told in time?",
                        "name=\"question-in-time\"",
                        "name=\"version\" value=\"0\"");
        assertThat(read(ONE + "/entries/4"))
                .bodyText()
                .contains("Change the finding", "It went on the third day.", "name=\"version\" value=\"1\"");
        assertThat(read(ONE + "/entries/5")).hasStatus(404);
    }

    @Test
    void aFindingIsKeptUnderTheVersionThatWasRead() {
        CONSENT.stubFor(put(ASKED + "/findings/9").willReturn(okJson("{}")));

        assertThat(send(ONE + "/entries/9", finding("0")))
                .hasStatus(302)
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("kept");
        CONSENT.verify(putRequestedFor(urlEqualTo(ASKED + "/findings/9")).withRequestBody(equalToJson("""
                {"version": 0, "answers": {"in-time": "yes", "ground-holds": "not-applicable"}}
                """)));
    }

    @Test
    void afterOneComesTheNextThatNobodyHasExamined() {
        CONSENT.stubFor(put(ASKED + "/findings/4").willReturn(okJson("{}")));

        assertThat(send(ONE + "/entries/4", finding("1"))).hasStatus(302).hasRedirectedUrl(ONE + "/entries/9");
    }

    @Test
    void anUnansweredQuestionAndAnUnexplainedNoAreNamed() {
        assertThat(send(ONE + "/entries/9", Map.of("question-in-time", "no")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#question-ground-holds\"", "href=\"#note\"", "question-ground-holds-error")
                .doesNotContain("question-in-time-error");
        CONSENT.verify(0, putRequestedFor(anyUrl()));
    }

    @Test
    void whoeverWasSlowerIsToldThatNothingWasSaved() {
        CONSENT.stubFor(put(ASKED + "/findings/9").willReturn(aResponse().withStatus(409)));

        assertThat(send(ONE + "/entries/9", finding("0")))
                .hasStatus(409)
                .bodyText()
                .contains("Nothing of yours was saved");
    }

    private static Map<String, String> finding(String version) {
        Map<String, String> form = new HashMap<>();
        form.put("version", version);
        form.put("question-in-time", "yes");
        form.put("question-ground-holds", "not-applicable");
        return form;
    }

    private static String sample(String finding) {
        return """
            {"id": "%s", "reason": "Monthly audit", "drawnBy": "officer.adeyemi", "drawnAt": "2026-11-01T09:00:00Z",
             "seed": "october-2026", "size": 20, "from": "2026-10-01", "until": "2026-10-31",
             "filter": {"kinds": ["decision", "refusal"]}, "logSize": 1234, "population": 40,
             "checklist": [{"code": "in-time", "question": "Was it told in time?"},
                           {"code": "ground-holds", "question": "Was there a ground?"}],
             "summary": {"drawn": 2, "examined": 1, "withConcerns": 1, "questions": [
                 {"code": "in-time", "yes": 0, "no": 1, "notApplicable": 0},
                 {"code": "ground-holds", "yes": 1, "no": 0, "notApplicable": 0}]},
             "entries": [
                 {"sequence": 4, "entry": {"id": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11", "index": 4, "kind": "refusal",
                     "at": "2026-10-02T09:00:00Z", "fields": {"recipient": "cpft-camhs"}} %s},
                 {"sequence": 9, "entry": {"id": "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a12", "index": 9, "kind": "decision",
                     "at": "2026-10-05T09:00:00Z", "fields": {"recipient": "cpft-camhs"}}}]}
            """.formatted(ID, finding);
    }

    private MvcTestResult read(String path) {
        return browser.get()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .exchange();
    }

    private MvcTestResult send(String path, Map<String, String> form) {
        var request = browser.post()
                .uri(path)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
