package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.notMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** An officer finds a child as people name one, and nobody is shown before the search is in the log. */
class PeopleSearchIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String SEARCHES = "/people/searches";
    private static final String LOOKS = "/internal/log/officer-looks";

    private final RunningService service = RunningService.shared();
    private final String family = ThreadLocalRandom.current()
            .ints(10, 'a', 'z' + 1)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
        service.siblings().server().resetRequests();
        service.siblings().server().stubFor(post(LOOKS).willReturn(okJson("{}").withStatus(201)));
    }

    @Test
    void aChildIsFoundByNameAndDateOfBirthAlsoWhereDayAndMonthAreSwapped() {
        String child = known("Edie", "2011-05-04", "\"nhsNumberAbsent\": \"not-known\"");
        known("Edie", "2013-05-04", "\"nhsNumberAbsent\": \"not-known\"");

        assertThat(ids(byName("Edie", "2011-05-04"))).containsExactly(child);
        assertThat(ids(byName("Edith", "2011-04-05"))).containsExactly(child);
        assertThat(ids(byName("Edie", "2010-05-04"))).isEmpty();
    }

    @Test
    void aChildIsFoundByTheNumberThatAnAgencyGaveAndByTheHubsId() {
        String number = Bodies.nhsNumber();
        String child = known("Sorrel", "2012-07-09", "\"nhsNumber\": \"" + number + "\", \"upn\": \"A999000100001\"");

        assertThat(ids(search("\"nhsNumber\": \"" + number + "\""))).containsExactly(child);
        JsonNode found = search("\"person\": \"" + child + "\"");
        assertThat(ids(found)).containsExactly(child);
        assertThat(found.path("items").path(0).path("hasNhsNumber").asBoolean()).isTrue();
        assertThat(found.toString()).doesNotContain(number);
    }

    @Test
    void whereSomebodyIsWhoMustNotBeFoundIsNotTold() {
        known(
                "Maud",
                "2010-01-02",
                "\"nhsNumberAbsent\": \"not-known\", \"authority\": \"E10000003\", \"schoolUrn\": \"999001\", \"whereaboutsProtected\": true");

        JsonNode found = byName("Maud", "2010-01-02").path("items").path(0);
        assertThat(found.path("protectedWhereabouts").asBoolean()).isTrue();
        assertThat(found.has("authority") || found.has("schoolUrn")).isFalse();
    }

    @Test
    void theSearchIsInTheLogUnderEachWhoIsShownOrElseNobodyIs() {
        String child = known("Edie", "2011-05-04", "\"nhsNumberAbsent\": \"not-known\"");
        byName("Edie", "2011-05-04");
        service.siblings()
                .server()
                .verify(postRequestedFor(urlEqualTo(LOOKS))
                        .withRequestBody(matchingJsonPath("$[?(@.person == '" + child + "')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.kindOfLook == 'person-search')]"))
                        .withRequestBody(matchingJsonPath("$[?(@.reason == 'Request 17')]")));

        service.siblings().server().stubFor(post(LOOKS).willReturn(serverError()));
        Reply unlogged = call("\"person\": \"" + child + "\"");
        assertThat(unlogged.status()).isEqualTo(503);
        assertThat(unlogged.text()).doesNotContain(family);
    }

    @Test
    void aSearchThatFindsNobodyIsInTheLogWithWhatWasSearchedFor() {
        assertThat(ids(byName("Nobody", "2001-01-01"))).isEmpty();
        service.siblings()
                .server()
                .verify(postRequestedFor(urlEqualTo(LOOKS))
                        .withRequestBody(matchingJsonPath("$.terms[?(@ =~ /" + family + ".*/)]"))
                        .withRequestBody(notMatching(".*\"person\".*")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"nhsNumber\": \"1234567890\"",
                "\"name\": {\"given\": [\"Edie\"], \"family\": \"Marchbank\"}",
                "\"birthDate\": \"2011-05-04\"",
                "\"nhsNumber\": \"9990001014\", \"upn\": \"A999000100001\"",
            })
    void aSearchSaysOneThing(String wanted) {
        assertThat(call(wanted).status()).isEqualTo(400);
    }

    @Test
    void partnersAndOtherOfficersFindNobody() {
        assertThat(service.post(SCHOOL, SEARCHES, "{}").status()).isEqualTo(403);
        assertThat(call("{}", "people.review").status()).isEqualTo(403);
    }

    private String known(String given, String born, String more) {
        Reply reply =
                service.internally("/internal/people/resolve", Map.of(), """
                {"name": {"given": ["%s"], "family": "%s"}, "birthDate": "%s", %s}""".formatted(given, family, born, more));
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().path("person").asString();
    }

    private JsonNode byName(String given, String born) {
        return search("\"name\": {\"given\": [\"" + given + "\"], \"family\": \"" + family + "\"}, \"birthDate\": \""
                + born + "\"");
    }

    private JsonNode search(String wanted) {
        Reply reply = call(wanted);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        PublishedAnswers.assertFits("peopleFound", reply.text());
        return reply.json();
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(it -> it.path("person").asString())
                .toList();
    }

    private Reply call(String wanted) {
        return call("{\"reason\": \"Request 17\", " + wanted + "}", "people.find");
    }

    private Reply call(String body, String scope) {
        String token = TestIssuer.shared()
                .officer("an-officer", "governance-officer", scope)
                .signed();
        return service.call(service.request(SEARCHES, token).POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
