package org.partnerhub.console.request.http;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.console.RunningConsole;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RequestPagesIT extends RunningConsole {

    private static final String ID = "5d0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";
    private static final String FIRST = "11111111-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String SECOND = "22222222-2c3e-4f59-8f7e-3f6b2a1c9d00";
    private static final String ASKED = "/rights-requests/" + ID;
    private static final String ONE = "/requests/" + ID;
    private static final String ANSWER = """
            , "answer": {"outcome": "partly", "words": "Here it is.", "by": "officer.brook", "at": "2026-11-20T09:00:00Z"}
            """;

    private static final Map<String, String> PARENT = Map.ofEntries(
            Map.entry("kind", "access"),
            Map.entry("person", PERSON),
            Map.entry("wanted", "Everything about my daughter"),
            Map.entry("received-day", "2"),
            Map.entry("received-month", "11"),
            Map.entry("received-year", "2026"),
            Map.entry("capacity", "parental-responsibility"),
            Map.entry("name", "Sam Example"),
            Map.entry("identity", "Passport seen"),
            Map.entry("able", "yes"),
            Map.entry("assessorRole", "Social worker"),
            Map.entry("assessedOn-day", "1"),
            Map.entry("assessedOn-month", "11"),
            Map.entry("assessedOn-year", "2026"),
            Map.entry("agrees", "yes"));

    private static void isKnown(String kind, String answer) {
        CONSENT.stubFor(get(ASKED)
                .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                .willReturn(okJson(request(kind, answer))));
    }

    private static void isGathered(String settlement) {
        CONSENT.stubFor(get(ASKED + "/pieces").willReturn(okJson(pieces(settlement))));
    }

    private static String request(String kind, String answer) {
        return """
            {"id": "%s", "kind": "%s", "person": "%s", "wanted": "Everything", "received": "2026-11-02", "due": "2026-12-02",
             "asker": {"capacity": "parental-responsibility", "name": "Sam Example", "identity": "Passport seen",
                       "competence": {"able": true, "assessorRole": "Social worker", "assessedOn": "2026-11-01"}, "childAgrees": true},
             "overdue": false, "recordedBy": "officer.adeyemi", "recordedAt": "2026-11-02T09:00:00Z", "version": 3 %s}
            """.formatted(ID, kind, PERSON, answer);
    }

    private static String pieces(String settlement) {
        return """
            {"waiting": 1, "pieces": [
              {"id": "%s", "key": "story/1", "kind": "statement", "at": "2026-03-01T09:00:00Z", "by": "fenland-academy",
               "category": "safety", "text": "Text: A neighbour saw it.", "hints": ["third-party", "serious-harm"], "version": 0 %s},
              {"id": "%s", "key": "log/2", "kind": "decision", "at": "2026-03-02T09:00:00Z", "text": "Recipient: cpft-camhs",
               "hints": [], "version": 0 %s}]}
            """.formatted(FIRST, settlement, SECOND, settlement);
    }

    @Test
    void theRegisterShowsWhatIsDueFirst() {
        CONSENT.stubFor(get(urlEqualTo("/rights-requests?state=all&limit=200"))
                .willReturn(
                        okJson("{\"items\": [" + request("access", "") + "," + request("objection", ANSWER) + "]}")));

        assertThat(read("/requests"))
                .hasStatus(200)
                .bodyText()
                .contains("To see what is held", "2 December 2026", "Open", "Partly", "href=\"" + ONE + "\"")
                .doesNotContain("Sam Example");
    }

    @Test
    void nobodyHasAskedYet() {
        CONSENT.stubFor(get(urlEqualTo("/rights-requests?state=all&limit=200")).willReturn(okJson("{\"items\": []}")));

        assertThat(read("/requests"))
                .bodyText()
                .contains("Nobody has asked yet.")
                .doesNotContain("<table");
    }

    @Test
    void aRequestOfAParentIsRecordedWithWhatTheChildWants() {
        CONSENT.stubFor(
                post("/rights-requests").willReturn(aResponse().withStatus(201).withBody(request("access", ""))));

        assertThat(send("/requests/new", PARENT))
                .hasStatus(302)
                .hasRedirectedUrl(ONE)
                .flash()
                .extractingByKey("confirmation")
                .asString()
                .contains("2 December 2026");
        CONSENT.verify(
                postRequestedFor(urlEqualTo("/rights-requests")).withRequestBody(equalToJson("""
                {"kind": "access", "person": "%s", "wanted": "Everything about my daughter", "received": "2026-11-02",
                 "asker": {"capacity": "parental-responsibility", "name": "Sam Example", "identity": "Passport seen",
                           "competence": {"able": true, "assessorRole": "Social worker", "assessedOn": "2026-11-01"},
                           "childAgrees": true}}
                """.formatted(PERSON))));
    }

    @Test
    void whyAParentMayNotAskIsSaidAndWhatWasTypedStays() {
        CONSENT.stubFor(post("/rights-requests")
                .willReturn(aResponse()
                        .withStatus(400)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"errors\": [{\"detail\": \"This young person can decide: ask them.\"}]}")));

        assertThat(send("/requests/new", PARENT))
                .hasStatus(400)
                .bodyText()
                .contains("This young person can decide: ask them.", "Sam Example", "Everything about my daughter");
    }

    @Test
    void anEmptyFormNamesEveryField() {
        assertThat(send("/requests/new", Map.of("capacity", "representative", "able", "no")))
                .hasStatus(400)
                .bodyText()
                .contains("#kind", "#person", "#name", "#identity", "#assessorRole", "#wanted", "#received");
        CONSENT.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void oneThatIsOpenShowsWhoAsksAndWhatWaits() {
        isKnown("access", "");
        isGathered("");

        assertThat(read(ONE))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "Sam Example",
                        "can decide, assessed by a Social worker on 1 November 2026",
                        "2 of 2 pieces wait to be settled.",
                        "Give whole the 1 without a hint",
                        "Waits, look closely",
                        "Take two months more")
                .doesNotContain("Make the pack", "A neighbour saw it");
    }

    @Test
    void aPackIsMadeOnceEverythingIsSettled() {
        isKnown("access", "");
        isGathered(", \"settlement\": {\"thirdParty\": false, \"seriousHarm\": false, \"treatment\": \"include\"}");
        CONSENT.stubFor(
                post(ASKED + "/pack").willReturn(aResponse().withStatus(201).withBody("{}")));

        assertThat(read(ONE)).bodyText().contains("Make the pack", ">Given<").doesNotContain("without a hint");
        assertThat(send(ONE + "/pack", Map.of("version", "3", "letter", "Here it is.")))
                .hasStatus(302)
                .hasRedirectedUrl(ONE);
        CONSENT.verify(postRequestedFor(urlEqualTo(ASKED + "/pack"))
                .withRequestBody(equalToJson("{\"version\": 3, \"words\": \"Here it is.\"}")));
    }

    @Test
    void thePackIsFetchedForPeopleAndForMachines() {
        isKnown("access", ANSWER);
        CONSENT.stubFor(get(ASKED + "/pack/paper").willReturn(aResponse().withBody("%PDF-1.6")));
        CONSENT.stubFor(get(ASKED + "/pack").willReturn(okJson("{\"keptBack\": false}")));

        assertThat(read(ONE)).bodyText().contains(ONE + "/paper", ONE + "/data", "Here it is.");
        assertThat(read(ONE + "/paper"))
                .hasStatus(200)
                .hasHeader("Content-Type", "application/pdf")
                .hasHeader("Content-Disposition", "attachment; filename=\"pack-" + ID + ".pdf\"")
                .bodyText()
                .isEqualTo("%PDF-1.6");
        assertThat(read(ONE + "/data")).hasStatus(200).bodyText().isEqualTo("{\"keptBack\": false}");
    }

    @Test
    void aPackThatIsNotThereIsSaidToBe() {
        isKnown("access", "");
        isGathered("");

        assertThat(read(ONE + "/paper")).hasStatus(404).bodyText().contains("There is no such thing here");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "extension | because | /extension | {\"version\": 3, \"reason\": \"Words\"}",
                "pieces | reason | /pieces | {\"reason\": \"Words\"}",
                "answer | words | /answer | {\"version\": 3, \"outcome\": \"refused\", \"words\": \"Words\"}"
            })
    void everythingElseIsDoneInWordsAndConfirmed(String form, String field, String path, String sent) {
        isKnown("access", "");
        isGathered("");
        CONSENT.stubFor(post(ASKED + path).willReturn(okJson("{}")));
        Map<String, String> typed = new HashMap<>(Map.of("version", "3", "outcome", "refused"));

        assertThat(send(ONE + "/" + form, typed)).hasStatus(400).bodyText().contains("href=\"#" + field + "\"");
        typed.put(field, "Words");
        assertThat(send(ONE + "/" + form, typed)).hasStatus(302).hasRedirectedUrl(ONE);
        CONSENT.verify(postRequestedFor(urlEqualTo(ASKED + path)).withRequestBody(equalToJson(sent)));
    }

    @Test
    void piecesWithoutAHintAreGivenWholeInOneStep() {
        CONSENT.stubFor(post(ASKED + "/pieces/inclusion").willReturn(okJson(pieces(""))));

        assertThat(send(ONE + "/inclusion", Map.of())).hasStatus(302).hasRedirectedUrl(ONE);
    }

    @Test
    void whoeverWasSlowerLosesNoWords() {
        isKnown("rectification", "");
        CONSENT.stubFor(post(ASKED + "/answer").willReturn(aResponse().withStatus(409)));

        assertThat(send(ONE + "/answer", Map.of("version", "2", "outcome", "done", "words", "It is corrected.")))
                .hasStatus(409)
                .bodyText()
                .contains("Nothing of yours was saved", "It is corrected.")
                .doesNotContain("What the hub holds");
    }

    @Test
    void aPieceIsSettledAndTheNextThatWaitsIsShown() {
        isGathered("");
        CONSENT.stubFor(put(ASKED + "/pieces/" + FIRST).willReturn(okJson(pieces(""))));

        assertThat(read(ONE + "/pieces/" + FIRST))
                .hasStatus(200)
                .bodyText()
                .contains(
                        "A neighbour saw it.", "Others may be named in it.", "Ask the professional", "Fenland academy");
        assertThat(send(
                        ONE + "/pieces/" + FIRST,
                        Map.of(
                                "version", "0",
                                "thirdParty", "yes",
                                "treatment", "redact",
                                "text", "Text: [redacted] saw it.\r\nMore",
                                "ground", "third-party")))
                .hasStatus(302)
                .hasRedirectedUrl(ONE + "/pieces/" + SECOND);
        CONSENT.verify(putRequestedFor(urlEqualTo(ASKED + "/pieces/" + FIRST)).withRequestBody(equalToJson("""
                {"version": 0, "thirdParty": true, "seriousHarm": false, "treatment": "redact",
                 "text": "Text: [redacted] saw it.\\nMore", "ground": "third-party"}
                """)));
    }

    @Test
    void whatIsMissingFromASettlementIsNamed() {
        isGathered("");
        String piece = ONE + "/pieces/" + FIRST;

        assertThat(send(piece, Map.of())).hasStatus(400).bodyText().contains("href=\"#treatment\"");
        assertThat(send(piece, Map.of("treatment", "withhold")))
                .hasStatus(400)
                .bodyText()
                .contains("href=\"#ground\"", "href=\"#note\"");
        assertThat(send(piece, Map.of("treatment", "redact", "text", "Text: all", "ground", "crime")))
                .bodyText()
                .contains("href=\"#text\"");
        assertThat(read(ONE + "/pieces/" + PERSON)).hasStatus(404);
        CONSENT.verify(0, putRequestedFor(anyUrl()));
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
