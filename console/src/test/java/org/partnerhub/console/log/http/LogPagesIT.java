package org.partnerhub.console.log.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class LogPagesIT extends RunningConsole {

    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";
    private static final String ENTRIES = """
            {"entries": [
              {"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "kind": "decision", "at": "2026-11-20T09:00:00Z", "index": 4,
               "facts": {"purpose": "early-help-support", "recipient": "early-help-hub-cambridgeshire", "categories": ["identity", "voice"]}},
              {"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d01", "kind": "officer-looked", "at": "2026-11-20T09:05:00Z", "index": null,
               "facts": {"reason": "<script>alert(1)</script>"}}],
             "checkpoint": "partner-hub.example/log\\n5\\nroothash=\\n"}
            """;

    @Test
    void theLogIsAskedWithTheOfficersOwnTokenAndItsAnswerShown() {
        CONSENT.stubFor(post("/log/searches").willReturn(okJson(ENTRIES)));

        assertThat(search(PERSON, "request 17"))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "2 entries", "Sharing was decided", "early-help-support", "identity, voice", "Proved, entry 4")
                .contains("An officer looked", "Waiting for a checkpoint", "partner-hub.example/log")
                .doesNotContain("<script>");
        CONSENT.verify(postRequestedFor(urlEqualTo("/log/searches"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"person\": \"" + PERSON + "\", \"reason\": \"request 17\"}")));
    }

    @Test
    void anEntryLeadsToItsProofAndToTheTimelineOfWhomItIsAbout() {
        CONSENT.stubFor(post("/log/searches").willReturn(okJson("""
                {"entries": [{"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "kind": "decision", "at": "2026-11-20T09:00:00Z", "index": 4,
                  "fields": {"subject": "%s"}}]}
                """.formatted(PERSON))));

        assertThat(search("entry", "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "request 17"))
                .bodyText()
                .contains(
                        "action=\"/integrity/proof\"", "name=\"entry\" value=\"5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00\"")
                .contains("action=\"/child/timeline\"", "name=\"person\" value=\"" + PERSON + "\"");
    }

    @Test
    void whatNoCheckpointCoversHasNoProofYetAndNamesNobodyWhomItIsNotAbout() {
        CONSENT.stubFor(post("/log/searches").willReturn(okJson("""
                {"entries": [{"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "kind": "agreement-changed", "at": "2026-11-20T09:00:00Z",
                  "index": null, "fields": {}}]}
                """)));

        assertThat(search("entry", "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "request 17"))
                .bodyText()
                .contains("Waiting for a checkpoint")
                .doesNotContain("action=\"/integrity/proof\"", "action=\"/child/timeline\"");
    }

    @Test
    void nothingFoundIsSaidInWords() {
        CONSENT.stubFor(post("/log/searches").willReturn(okJson("{\"entries\": [], \"checkpoint\": null}")));

        assertThat(search(PERSON, "request 17"))
                .bodyText()
                .contains("0 entries", "holds nothing about this id", "There is no checkpoint yet");
    }

    @Test
    void anIncompleteFormIsSentBackWithoutAskingAnything() {
        assertThat(search("Rowan Ashby", ""))
                .hasStatus(400)
                .bodyText()
                .contains("There is a problem", "Error: Disclosure log", "href=\"#subject\"", "href=\"#reason\"");
        CONSENT.verify(0, postRequestedFor(urlEqualTo("/log/searches")));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aRefusalByTheServiceIsNotMadeUpFor(int refusal) {
        CONSENT.stubFor(post("/log/searches").willReturn(aResponse().withStatus(refusal)));

        assertThat(search(PERSON, "request 17")).hasStatus(403).bodyText().contains("You are not allowed to do this");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 500, 503})
    void aServiceInTroubleIsSaidPlainly(int trouble) {
        CONSENT.stubFor(
                post("/log/searches").willReturn(aResponse().withStatus(trouble).withBody("secret inside")));

        assertThat(search(PERSON, "request 17"))
                .hasStatus(503)
                .bodyText()
                .contains("cannot answer at the moment")
                .doesNotContain("secret inside");
    }

    @Test
    void anAnswerThatIsNoJsonCountsAsTrouble() {
        CONSENT.stubFor(post("/log/searches").willReturn(okJson("{\"entries\": [")));

        assertThat(search(PERSON, "request 17")).hasStatus(503);
    }

    @Test
    void aBrokenConnectionCountsAsTrouble() {
        CONSENT.stubFor(post("/log/searches").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(search(PERSON, "request 17")).hasStatus(503);
    }

    @Test
    void disclosuresOfAPeriodAreListedAndTheNextPageAndEachEntryCanBeOpened() {
        CONSENT.stubFor(post("/log/listings").willReturn(okJson("""
                {"items": [{"id": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00", "kind": "decision", "at": "2026-11-20T09:00:00Z", "index": 4,
                  "fields": {"purpose": "early-help-support", "recipient": "fenland-academy", "permitted": "identity voice", "ground": "explicit-consent"}}],
                 "next": "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00"}
                """)));

        assertThat(list("/log/listings", "quarterly check"))
                .hasStatus(200)
                .bodyText()
                .contains("Sharing was decided", "fenland academy", "Told: identity, voice", "explicit consent")
                .contains(
                        "value=\"entry\"", "Older entries", "name=\"before\"", "name=\"sequences\" id=\"sequence-4\"");
        CONSENT.verify(postRequestedFor(urlEqualTo("/log/listings")).withRequestBody(equalToJson("""
                {"reason": "quarterly check", "from": "2026-10-01", "until": "2026-10-31", "filter": {"ground": "explicit-consent"}}
                """)));
    }

    @Test
    void thePeriodWithNothingInItIsSaidInWords() {
        CONSENT.stubFor(post("/log/listings").willReturn(okJson("{\"items\": [], \"next\": null}")));

        assertThat(list("/log/listings", "quarterly check"))
                .bodyText()
                .contains("No entry of these days passes the filters")
                .doesNotContain("Older entries");
    }

    @Test
    void aListWithoutAReasonIsNotAskedFor() {
        assertThat(list("/log/listings", " ")).hasStatus(400).bodyText().contains("href=\"#list-reason\"");
        assertThat(list("/log/listings/table", " ")).hasStatus(400).bodyText().contains("href=\"#list-reason\"");
        CONSENT.verify(0, postRequestedFor(urlEqualTo("/log/listings")));
    }

    @Test
    void theTableComesAsAFile() {
        CONSENT.stubFor(post("/log/listings").willReturn(aResponse().withBody("at,kind\r\n")));

        assertThat(list("/log/listings/table", "quarterly check"))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"disclosures.csv\"")
                .bodyText()
                .isEqualTo("at,kind\r\n");
        CONSENT.verify(postRequestedFor(urlEqualTo("/log/listings")).withHeader("Accept", equalTo("text/csv")));
    }

    @Test
    void thePartToVerifyComesAsAFile() {
        CONSENT.stubFor(post("/log/listings").willReturn(aResponse().withBody("{}\n")));

        assertThat(list("/log/listings/part", "court order"))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"disclosures.ndjson\"")
                .bodyText()
                .isEqualTo("{}\n");
        CONSENT.verify(
                postRequestedFor(urlEqualTo("/log/listings")).withHeader("Accept", equalTo("application/x-ndjson")));
    }

    private MvcTestResult list(String path, String reason) {
        return browser.post()
                .uri(path)
                .param("from-day", "1")
                .param("from-month", "10")
                .param("from-year", "2026")
                .param("until-day", "31")
                .param("until-month", "10")
                .param("until-year", "2026")
                .param("ground", "explicit-consent")
                .param("reason", reason)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }

    @Test
    void theExportComesAsAFile() {
        CONSENT.stubFor(post("/log/exports").willReturn(aResponse().withBody("{\"line\":1}\n{\"line\":2}\n")));

        assertThat(export("yearly audit"))
                .hasStatus(200)
                .hasHeader("Content-Disposition", "attachment; filename=\"disclosure-log.ndjson\"")
                .hasContentType("application/x-ndjson")
                .bodyText()
                .isEqualTo("{\"line\":1}\n{\"line\":2}\n");
        CONSENT.verify(postRequestedFor(urlEqualTo("/log/exports"))
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .withRequestBody(equalToJson("{\"reason\": \"yearly audit\"}")));
    }

    @Test
    void anExportWithoutAReasonIsNotMade() {
        assertThat(export(" ")).hasStatus(400).bodyText().contains("href=\"#export-reason\"");
        CONSENT.verify(0, postRequestedFor(urlEqualTo("/log/exports")));
    }

    @Test
    void anExportThatBreaksAtOnceIsAPageAndNoFile() {
        CONSENT.stubFor(post("/log/exports").willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThat(export("yearly audit"))
                .hasStatus(503)
                .doesNotContainHeader("Content-Disposition")
                .bodyText()
                .contains("cannot answer at the moment");
    }

    private MvcTestResult search(String subject, String reason) {
        return search("person", subject, reason);
    }

    private MvcTestResult search(String kind, String subject, String reason) {
        return browser.post()
                .uri("/log/searches")
                .param("kind", kind)
                .param("subject", subject)
                .param("reason", reason)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }

    private MvcTestResult export(String reason) {
        return browser.post()
                .uri("/log/exports")
                .param("reason", reason)
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }
}
