package org.partnerhub.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Everything that is held about somebody who asked is gathered, settled piece by piece, and handed over. */
class PacksIT {

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String story(PersonId person) {
        return """
            {"person": "%s", "parts": [
               {"id": "11111111-58d7-4a55-9a2c-0f8d3c1e7a11", "form": "statement", "category": "safety",
                "told": {"category": "safety", "text": "The neighbour saw it all."}, "by": "fenland-academy",
                "at": "2026-03-01T10:00:00Z", "superseded": false},
               {"id": "22222222-58d7-4a55-9a2c-0f8d3c1e7a11", "form": "strengths", "category": "plan",
                "told": {"strengths": ["Good at mathematics."]}, "by": "fenland-academy",
                "at": "2026-03-02T10:00:00Z", "superseded": false}],
             "attachments": [], "legalHolds": [],
                 "descriptions": [{"id": "7", "by": "fenland-academy", "at": "2026-02-28T10:00:00Z",
                                   "demographics": {"name": {"given": ["Rowan"], "family": "Example"}}}],
                 "referrals": [{"id": "33333333-58d7-4a55-9a2c-0f8d3c1e7a11", "by": "fenland-academy", "at": "2026-03-01T09:00:00Z",
                                "kind": "referral", "reason": "Often late", "themes": ["education"], "urgency": "routine",
                                "recipients": [{"recipient": "cpft-camhs", "state": "rejected"}]}]}
            """.formatted(person);
    }

    /** Somebody of whom the hub holds two parts of a story and one decision, and who asks for them. */
    private static JsonNode asked(PersonId person) {
        hub.knows(person, LocalDate.now(Clock.systemUTC()).minusYears(30), false);
        hub.siblings.stubFor(post("/people/" + person + "/story/look").willReturn(okJson(story(person))));
        String decision = hub.send(
                        "/internal/decisions",
                        Bodies.decision(
                                person, "cambridgeshire-directors-office", "section-85-notice", "identity", "stay"),
                        RunningService.service())
                .json()
                .path("decision")
                .asString();
        hub.settle(person, decision, "cambridgeshire-directors-office", "section-85-notice");
        Answer answer = hub.send(
                "/rights-requests",
                Map.of(
                        "kind",
                        "access",
                        "person",
                        person,
                        "asker",
                        Map.of("capacity", "self", "identity", "Passport seen"),
                        "wanted",
                        "Everything",
                        "received",
                        LocalDate.now(Clock.systemUTC()).minusDays(1)),
                RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static String at(JsonNode request, String more) {
        return "/rights-requests/" + request.path("id").asString() + more;
    }

    private static JsonNode gather(JsonNode request) {
        Answer answer = hub.send(at(request, "/pieces"), Map.of("reason", "Request 17"), RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("rightsPieces", answer.text());
        return answer.json();
    }

    private static JsonNode piece(JsonNode pieces, String kind) {
        return pieces.path("pieces")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Answer settle(JsonNode request, JsonNode piece, Map<String, Object> how) {
        Map<String, Object> body = new HashMap<>(
                Map.of("version", piece.path("version").asInt(), "thirdParty", false, "seriousHarm", false));
        body.putAll(how);
        return hub.put(at(request, "/pieces/" + piece.path("id").asString()), body, RunningService.officer());
    }

    private static Answer pack(JsonNode request) {
        return hub.send(
                at(request, "/pack"),
                Map.of("version", 1, "words", "This is what the hub holds about you."),
                RunningService.officer());
    }

    private static List<Map<String, String>> logged(String kind, PersonId person) {
        return hub
                .bean(JdbcClient.class)
                .sql("""
                        SELECT v.fields FROM log_entry e JOIN log_value v ON v.entry = e.id
                         WHERE e.kind = :kind AND v.subject = :person ORDER BY e.at
                        """)
                .param("kind", kind)
                .param("person", person.value())
                .query((row, number) -> RunningService.JSON.readTree(row.getString("fields")))
                .list()
                .stream()
                .map(PacksIT::values)
                .toList();
    }

    private static Map<String, String> values(JsonNode fields) {
        Map<String, String> values = new HashMap<>();
        fields.properties()
                .forEach(it -> values.put(it.getKey(), it.getValue().path(1).asString()));
        return values;
    }

    @Test
    void whatTheHubHoldsIsGatheredWithWhatAnOfficerShouldLookFor() {
        PersonId person = PersonId.fresh();
        JsonNode request = asked(person);
        JsonNode pieces = gather(request);

        assertThat(pieces.path("pieces").valueStream().map(it -> it.path("kind").asString()))
                .containsExactly("description", "referral", "statement", "strengths", "decision", "disclosure");
        assertThat(pieces.path("waiting").asInt()).isEqualTo(6);
        JsonNode statement = piece(pieces, "statement");
        assertThat(statement.path("hints").toString()).isEqualTo("[\"third-party\",\"serious-harm\"]");
        assertThat(statement.path("text").asString()).contains("Text: The neighbour saw it all.");
        assertThat(piece(pieces, "strengths").path("hints")).isEmpty();
        assertThat(piece(pieces, "description").path("text").asString()).contains("Rowan", "Example");
        assertThat(piece(pieces, "referral").path("text").asString())
                .contains("Reason: Often late", "Recipients 1, recipient: cpft-camhs");
        hub.siblings.verify(postRequestedFor(urlEqualTo("/people/" + person + "/story/look"))
                .withHeader("Authorization", matching("Bearer .+")));
        assertThat(logged("officer-looked", person))
                .anySatisfy(it -> assertThat(it)
                        .containsEntry("kind-of-look", "request-pieces")
                        .containsEntry("reason", "Request 17"));
        assertThat(gather(request).path("pieces")).hasSize(6);
    }

    @Test
    void aPackIsMadeOnceEveryPieceIsSettledAndAnswersTheRequest() {
        PersonId person = PersonId.fresh();
        JsonNode request = asked(person);
        assertThat(pack(request).text()).contains("gather it first");
        JsonNode pieces = gather(request);
        assertThat(pack(request).text()).contains("Settle the pieces that wait first: 6.");

        hub.send(at(request, "/pieces/inclusion"), Map.of(), RunningService.officer());
        settle(
                request,
                piece(pieces, "referral"),
                Map.of("thirdParty", true, "treatment", "include", "note", "Nobody but services is named."));
        Answer settled = settle(
                request,
                piece(pieces, "statement"),
                Map.of(
                        "thirdParty", true,
                        "treatment", "redact",
                        "ground", "third-party",
                        "text", "Category: safety\nText: [redacted] saw it all."));
        assertThat(settled.status()).as(settled.text()).isEqualTo(200);
        assertThat(settled.json().path("waiting").asInt()).isZero();

        Answer made = pack(request);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        PublishedAnswers.assertFits("rightsPack", made.text());
        assertThat(made.text()).doesNotContain("neighbour").contains("[redacted] saw it all", "Good at mathematics.");
        assertThat(made.json().path("told").toString()).isEqualTo("[\"cambridgeshire-directors-office\"]");
        assertThat(made.json().path("keptBackBecause").toString()).isEqualTo("[\"third-party\"]");
        assertThat(logged("pack-made", person))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("pieces", "6")
                        .containsEntry("given", "6")
                        .containsEntry("officer", "officer.adeyemi")
                        .containsKey("content-hash"));
        assertThat(hub.read(at(request, ""), RunningService.officer())
                        .json()
                        .at("/answer/outcome")
                        .asString())
                .isEqualTo("partly");
        assertThat(hub.read(at(request, "/pack"), RunningService.officer()).text())
                .isEqualTo(made.text());
        assertThat(hub.read(at(request, "/pack/paper"), RunningService.officer())
                        .text())
                .startsWith("%PDF-");
        assertThat(pack(request).status()).isEqualTo(409);
        assertThat(settle(request, piece(pieces, "strengths"), Map.of("treatment", "include"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void ofTwoWhoReadTheSamePieceTheSecondIsTurnedAway() {
        JsonNode request = asked(PersonId.fresh());
        JsonNode strengths = piece(gather(request), "strengths");

        assertThat(settle(request, strengths, Map.of("treatment", "include")).status())
                .isEqualTo(200);
        assertThat(settle(request, strengths, Map.of("treatment", "include")).status())
                .isEqualTo(409);
        assertThat(settle(request, strengths, Map.of("treatment", "withhold")).text())
                .contains("/ground", "/note");
    }

    @Test
    void nothingIsGatheredWhereTheOfficerMayNotLookOrNobodyAnswers() {
        PersonId person = PersonId.fresh();
        JsonNode request = asked(person);
        for (int status : List.of(403, 503)) {
            hub.siblings.stubFor(post("/people/" + person + "/story/look")
                    .willReturn(aResponse().withStatus(status)));

            Answer answer = hub.send(at(request, "/pieces"), Map.of("reason", "Request 17"), RunningService.officer());

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text()).contains("othing was gathered");
        }
        assertThat(hub.read(at(request, "/pieces"), RunningService.officer())
                        .json()
                        .path("pieces"))
                .isEmpty();
        assertThat(hub.read(at(request, "/pack"), RunningService.officer()).status())
                .isEqualTo(404);
    }
}
