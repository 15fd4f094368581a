package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people ask about their own records, by when it is answered, and who may ask. */
class RightsRequestsIT {

    private static final String REQUESTS = "/rights-requests";
    private static final MovableClock CLOCK = new MovableClock();

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService(CLOCK, "--hub.directory.good-for=36500d", "--hub.log.stop-consent-after=36500d");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void moveBack() {
        CLOCK.moveBack();
    }

    private static PersonId aged(int years) {
        PersonId person = PersonId.fresh();
        hub.knows(person, CLOCK.today().minusYears(years).minusDays(40), false);
        return person;
    }

    private static Map<String, Object> self() {
        return Map.of("capacity", "self", "identity", "Known to the worker");
    }

    private static Map<String, Object> request(String kind, PersonId person, Map<String, Object> asker) {
        return new HashMap<>(Map.of(
                "kind", kind,
                "person", person,
                "asker", asker,
                "wanted", "Everything that was passed on about me",
                "received", CLOCK.today()));
    }

    private static JsonNode take(String kind, PersonId person) {
        Answer answer = hub.send(REQUESTS, request(kind, person, self()), RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        PublishedAnswers.assertFits("rightsRequest", answer.text());
        return answer.json();
    }

    private static Answer handle(JsonNode request, String how, Map<String, Object> body) {
        return hub.send(REQUESTS + "/" + request.path("id").asString() + "/" + how, body, RunningService.officer());
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
                .map(RightsRequestsIT::values)
                .toList();
    }

    private static Map<String, String> values(JsonNode fields) {
        Map<String, String> values = new HashMap<>();
        fields.properties()
                .forEach(it -> values.put(it.getKey(), it.getValue().path(1).asString()));
        return values;
    }

    @Test
    void aRequestIsDueInOneMonthAndItsEntryNamesNobody() {
        PersonId person = aged(30);
        JsonNode request = take("access", person);

        assertThat(LocalDate.parse(request.path("due").asString()))
                .isEqualTo(CLOCK.today().plusMonths(1));
        assertThat(logged("request-received", person))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("kind-of-request", "access")
                        .containsEntry("capacity", "self")
                        .containsEntry("officer", "officer.adeyemi")
                        .containsEntry("source", "request/" + request.path("id").asString())
                        .doesNotContainKeys("name", "wanted"));
    }

    @Test
    void aParentIsTurnedAwayFromWhatACompetentChildHasNotAgreedTo() {
        PersonId child = aged(14);
        Map<String, Object> parent = new HashMap<>(Map.of(
                "capacity",
                "parental-responsibility",
                "name",
                "Sam Example",
                "identity",
                "Passport seen",
                "competence",
                Map.of("able", true, "assessorRole", "Social worker", "assessedOn", CLOCK.today())));

        Answer refused = hub.send(REQUESTS, request("access", child, parent), RunningService.officer());
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("/asker/childAgrees", "ask them").doesNotContain("Sam Example");

        parent.put("childAgrees", true);
        assertThat(hub.send(REQUESTS, request("access", child, parent), RunningService.officer())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theTimeIsExtendedOnceWhileTheFirstMonthLasts() {
        PersonId person = aged(30);
        JsonNode request = take("access", person);
        Map<String, Object> because = Map.of("version", 1, "reason", "Three services hold parts");

        JsonNode extended = handle(request, "extension", because).json();
        assertThat(LocalDate.parse(extended.path("due").asString()))
                .isEqualTo(CLOCK.today().plusMonths(3));
        assertThat(logged("request-extended", person))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("reason", "Three services hold parts"));
        assertThat(handle(request, "extension", Map.of("version", 2, "reason", "More"))
                        .status())
                .isEqualTo(400);

        JsonNode late = take("access", person);
        CLOCK.moveTo(CLOCK.today().plusMonths(1).plusDays(1));
        assertThat(handle(late, "extension", because).status()).isEqualTo(400);
        assertThat(hub.read(REQUESTS + "/" + late.path("id").asString(), RunningService.officer())
                        .json()
                        .path("overdue")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void rectificationAndObjectionAreAnsweredInWordsOnce() {
        PersonId person = aged(30);
        JsonNode request = take("rectification", person);
        Map<String, Object> answer = Map.of("version", 1, "outcome", "done", "words", "The entry is corrected.");

        Answer answered = handle(request, "answer", answer);
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        PublishedAnswers.assertFits("rightsRequest", answered.text());
        assertThat(answered.json().at("/answer/by").asString()).isEqualTo("officer.adeyemi");
        assertThat(logged("request-answered", person))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("outcome", "done").doesNotContainKey("words"));
        assertThat(handle(request, "answer", answer).status()).isEqualTo(409);
    }

    @Test
    void accessIsRefusedInWordsButNeverAnsweredWithoutAPack() {
        JsonNode request = take("access", aged(30));

        assertThat(handle(request, "answer", Map.of("version", 1, "outcome", "done", "words", "Here it is."))
                        .text())
                .contains("making its pack");
        assertThat(handle(request, "answer", Map.of("version", 2, "outcome", "refused", "words", "Read meanwhile."))
                        .status())
                .isEqualTo(409);
        assertThat(handle(
                                request,
                                "answer",
                                Map.of("version", 1, "outcome", "refused", "words", "The third this month."))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theRegisterListsWhatWaitsFirstDueFirstAndALookIsLogged() {
        PersonId person = aged(30);
        Map<String, Object> old = request("access", person, self());
        old.put("received", CLOCK.today().minusYears(1));
        String older = hub.send(REQUESTS, old, RunningService.officer())
                .json()
                .path("id")
                .asString();

        Answer page = hub.read(REQUESTS + "?limit=1", RunningService.officer());
        PublishedAnswers.assertFits("rightsRequests", page.text());
        assertThat(page.json().at("/items/0/id").asString()).isEqualTo(older);
        assertThat(page.json().at("/items/0/overdue").asBoolean()).isTrue();
        hub.read(REQUESTS + "/" + older, RunningService.officer());
        assertThat(logged("officer-looked", person))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("kind-of-look", "request"));
        assertThat(hub.read(REQUESTS + "?state=lost", RunningService.officer()).status())
                .isEqualTo(400);
    }

    @Test
    void nonsenseIsNamedAndAStrangersIdIsNobody() {
        Map<String, Object> early = request("access", aged(30), self());
        early.put("received", CLOCK.today().plusDays(1));

        assertThat(hub.send(REQUESTS, early, RunningService.officer()).text()).contains("/received");
        assertThat(hub.send(REQUESTS, request("access", PersonId.fresh(), self()), RunningService.officer())
                        .text())
                .contains("/person");
        assertThat(hub.read(REQUESTS + "/" + UUID.randomUUID(), RunningService.officer())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11"})
    void onlyOfficersWithTheScopeAreLetIn(String path) {
        String officer = TestIssuer.shared()
                .officer("officer.brook", "governance-officer", "log.read")
                .signed();
        for (String token : List.of(officer, RunningService.school())) {
            assertThat(hub.read(REQUESTS + path, token).status()).isEqualTo(403);
        }
    }
}
