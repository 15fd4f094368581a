package org.partnerhub.referral;

import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.event.HubEvent.PersonUnmerged;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PeopleIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String POLICE = "cambridgeshire-constabulary";
    private static final String LOOKS = "/internal/log/officer-looks";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
        service.siblings().server().stubFor(post(LOOKS).willReturn(okJson("{}").withStatus(201)));
    }

    /** Every family has homes of its own: another name at one home may be a changed name. */
    private static String named(String given, String family, String born, String postcode, String more) {
        String own = family.substring(0, 5);
        int home = Math.floorMod(own.hashCode(), 5_290);
        boolean fenland = postcode.startsWith("PE");
        String line = fenland ? home + " " + own + " Row" : (home + 7) + " Elsewhere" + own + " Close";
        String code = (fenland ? "PE15" : "CB1")
                + (postcode.contains(" ") ? " " : "")
                + home / 529
                + letter(home % 23)
                + letter(home / 23 % 23);
        return """
                {"nhsNumberAbsent": "not-known", "name": {"given": ["%s"], "family": "%s"}, "birthDate": "%s",
                 "address": {"lines": ["%s"], "postcode": "%s"}%s}""".formatted(given, family, born, line, code, more);
    }

    private static char letter(int number) {
        return "ABDEFGHJLNPQRSTUWXYZABD".charAt(number);
    }

    private JsonNode resolve(String demographics) {
        Reply reply = service.internally("/internal/people/resolve", java.util.Map.of(), demographics);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json();
    }

    private String person(String demographics) {
        return resolve(demographics).path("person").asString();
    }

    private Reply officer(String path, String body) {
        HttpRequest.Builder request = service.request(path, officersToken());
        return service.call(body.isEmpty() ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String officersToken() {
        return TestIssuer.shared()
                .officer("an-officer", "governance-officer", "people.review")
                .signed();
    }

    /** A family name that no other test uses, so that tests do not make each other's people ambiguous. */
    private static String family() {
        return ThreadLocalRandom.current()
                .ints(10, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private JsonNode reviewOf(String person) {
        Reply list = officer("/people/reviews?person=" + person, "");
        PublishedAnswers.assertFits("personReviews", list.text());
        return list.json()
                .path("reviews")
                .valueStream()
                .filter(it -> it.path("person").asString().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private String subjectOf(Reply referral) {
        return referral.json().path("person").asString();
    }

    private Reply send(String partner, String subject) {
        ObjectNode body = Bodies.referral(Bodies.nhsNumber());
        body.set("subject", Bodies.object(subject));
        Reply taken = service.send(partner, body.toString());
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        return taken;
    }

    @Test
    void eachAgencysWordsAreKeptAndLeadToOnePerson() {
        String family = family();
        String school = person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ", \"schoolUrn\": \"999001\""));
        String police = person(named("Edith", family, "2011-04-05", "PE15 8ZZ", ", \"knownAs\": [\"Edie\"]"));

        assertThat(police).isEqualTo(school);
        assertThat(count("select count(*) from person_description where person_id = '" + school + "'"))
                .isEqualTo(2);
    }

    @Test
    void anNhsNumberOfAKnownChildWithAnotherBirthDateMakesANewPersonAndAReview() {
        String number = Bodies.nhsNumber();
        String family = family();
        String child = person(numbered(number, "Edie", family, "2011-05-04"));
        String other = person(numbered(number, "Edie", family, "2008-11-23"));

        assertThat(other).isNotEqualTo(child);
        JsonNode review = reviewOf(other);
        assertThat(review.path("other").asString()).isEqualTo(child);
        assertThat(review.path("doubts").valueStream().map(JsonNode::asString)).contains("other-birth-date");
        assertThat(person(numbered(number, "Edie", family, "2011-05-04"))).isEqualTo(child);
        assertThat(count("select count(*) from person where nhs_number = '" + number + "'"))
                .as("the number stays with whom it was first told of")
                .isEqualTo(1);
    }

    private static String numbered(String number, String given, String family, String born) {
        return """
                {"nhsNumber": "%s", "name": {"given": ["%s"], "family": "%s"}, "birthDate": "%s"}""".formatted(number, given, family, born);
    }

    @Test
    void aBirthDateInTheFutureIsRefusedAndAnAdultIsKnownButNoSubject() {
        Reply future = service.internally(
                "/internal/people/resolve", java.util.Map.of(), named("Edie", family(), "2031-05-04", "PE15 8ZZ", ""));
        assertThat(future.status()).isEqualTo(400);
        String adult = person(named("Edie", family(), "1990-05-04", "PE15 8ZZ", ""));

        ObjectNode byId = Bodies.referral(Bodies.nhsNumber());
        byId.set("subject", Bodies.object("{}").put("personId", adult));
        assertThat(pointer(service.send(SCHOOL, byId.toString()))).isEqualTo("/subject/personId");
        ObjectNode described = Bodies.referral(Bodies.nhsNumber());
        ((ObjectNode) described.path("subject")).put("birthDate", "2000-11-24");
        assertThat(pointer(service.send(SCHOOL, described.toString()))).isEqualTo("/subject/birthDate");
    }

    private static String pointer(Reply refused) {
        assertThat(refused.status()).isEqualTo(400);
        return refused.json().path("errors").path(0).path("pointer").asString();
    }

    @Test
    void twoAtOnceWhoSpellANewChildDifferentlyMakeOnePerson() throws Exception {
        for (int round = 0; round < 10; round++) {
            String family = family();
            String born = "2012-03-%02d".formatted(round + 10);
            List<String> spellings = List.of(
                    named("Mohammed", family, born, "PE15 8ZZ", ""),
                    named("Muhammad", family, born, "PE15 8ZZ", ""),
                    named("Muhammad", family + "e", born, "PE158ZZ", ""),
                    named("MOHAMED", family, born, "PE15 8ZZ", ""));
            List<Callable<String>> calls = IntStream.range(0, 12)
                    .mapToObj(i -> (Callable<String>) () -> person(spellings.get(i % spellings.size())))
                    .toList();
            try (var threads = Executors.newFixedThreadPool(12)) {
                Set<String> people = threads.invokeAll(calls).stream()
                        .map(it -> it.resultNow())
                        .collect(Collectors.toSet());
                assertThat(people).hasSize(1);
            }
        }
    }

    @Test
    void anOfficerSeesBothSidesOnlyAfterTheLookIsLogged() {
        String family = family();
        String child = person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ""));
        String perhaps = person(named("Edie", family, "2011-05-04", "CB1 1ZZ", ""));
        String review = reviewOf(perhaps).path("id").asString();

        service.siblings().server().stubFor(post(LOOKS).willReturn(serverError()));
        assertThat(officer("/people/reviews/" + review + "/look", "{\"reason\": \"Daily review\"}")
                        .status())
                .isEqualTo(503);
        service.siblings().server().stubFor(post(LOOKS).willReturn(okJson("{}").withStatus(201)));
        Reply look = officer("/people/reviews/" + review + "/look", "{\"reason\": \"Daily review\"}");

        assertThat(look.status()).isEqualTo(200);
        PublishedAnswers.assertFits("personReviewLook", look.text());
        assertThat(look.json().path("other").path("person").asString()).isEqualTo(child);
        assertThat(look.text()).contains("PE15 ", "CB1 ");
        service.siblings()
                .server()
                .verify(postRequestedFor(urlEqualTo(LOOKS))
                        .withRequestBody(matchingJsonPath("$.officer"))
                        .withRequestBody(matchingJsonPath("$.kindOfLook"))
                        .withRequestBody(matchingJsonPath("$[?(@.person == '" + perhaps + "')]")));
    }

    @Test
    void onlyGovernanceOfficersMaySettle() {
        assertThat(service.get(SCHOOL, "/people/reviews").status()).isEqualTo(403);
        assertThat(service.post(SCHOOL, "/people/merges", "{}").status()).isEqualTo(403);
    }

    @Test
    void settledAsDifferentIsRememberedAndNotAskedAgain() {
        String family = family();
        String child = person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ""));
        String other = person(named("Edie", family, "2011-05-04", "CB1 1ZZ", ""));
        String review = reviewOf(other).path("id").asString();

        Reply settled = officer(
                "/people/reviews/" + review + "/settlement", "{\"as\": \"different\", \"reason\": \"Two cousins\"}");

        assertThat(settled.status()).isEqualTo(200);
        PublishedAnswers.assertFits("personSettled", settled.text());
        assertThat(officer("/people/reviews?person=" + other, "").text()).doesNotContain(review);
        assertThat(person(named("Edie", family, "2011-05-04", "CB1 1ZZ", ", \"telephone\": \"07700 900123\"")))
                .isEqualTo(other);
        assertThat(person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ""))).isEqualTo(child);
        assertThat(count("select count(*) from match_review where settled_at is null and '%s' in (person_id, other_id)"
                        .formatted(other)))
                .isZero();
        assertThat(officer("/people/reviews/" + review + "/settlement", "{\"as\": \"same\", \"reason\": \"x\"}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void mergedTheyReadAsOneAndUnmergedAsTheyWere() {
        String family = family();
        Reply bySchool = send(SCHOOL, named("Edie", family, "2011-05-04", "PE15 8ZZ", ""));
        Reply byPolice = send(POLICE, named("Edie", family, "2011-05-04", "CB1 1ZZ", ""));
        String one = subjectOf(bySchool);
        String other = subjectOf(byPolice);
        assertThat(other).isNotEqualTo(one);
        String review = reviewOf(other).path("id").asString();
        String before = everythingAbout(one, other);

        Reply merged = officer(
                "/people/reviews/" + review + "/settlement", "{\"as\": \"same\", \"reason\": \"The school knows\"}");

        PublishedAnswers.assertFits("personMerge", merged.text());
        String merge = merged.json().path("id").asString();
        service.events().expect(1, PersonMerged.class, other);
        assertThat(facts(other).path("person").asString()).isEqualTo(one);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(goingWell(one)).hasSize(2));
        Reply third = send(POLICE, named("Edie", family, "2011-05-04", "CB1 1ZZ", ""));
        assertThat(subjectOf(third)).isEqualTo(one);
        Reply byOldId = send(SCHOOL, "{\"personId\": \"%s\"}".formatted(other));
        assertThat(subjectOf(byOldId)).isEqualTo(one);

        Reply undone = officer("/people/merges/" + merge + "/undoing", "{\"reason\": \"They are cousins\"}");

        assertThat(undone.status()).as(undone.text()).isEqualTo(200);
        assertThat(undone.json().has("undoneAt")).isTrue();
        service.events().expect(1, PersonUnmerged.class, other);
        assertThat(facts(other).path("person").asString()).isEqualTo(other);
        assertThat(everythingAbout(one, other)).isEqualTo(before);
        assertThat(count("select count(*) from referral where person_id = '" + other + "'"))
                .as("what was told meanwhile is with whom it was told of")
                .isEqualTo(3);
        assertThat(goingWell(one)).hasSize(1);
        PublishedAnswers.assertFits(
                "personMerges", officer("/people/" + one + "/merges", "").text());
        assertThat(officer("/people/merges/" + merge + "/undoing", "{\"reason\": \"again\"}")
                        .status())
                .isEqualTo(409);
        assertThat(person(named("Edie", family, "2011-05-04", "CB1 1ZZ", ""))).isEqualTo(other);
    }

    private List<String> goingWell(String person) {
        return service.database()
                .sql(
                        "select content ->> 'goingWell' from contribution where person_id in (select ids_told_with(:id)) and part = 'early-help-assessment'")
                .param("id", UUID.fromString(person))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private String everythingAbout(String one, String other) {
        return service.database()
                .sql("""
                        select json_agg(row_to_json(person) order by id)::text from
                            (select id, current_id, merged_into, given_names, family_name, birth_date, postcode,
                                    protected_whereabouts from person where id in (:one, :other)) person
                        """)
                .param("one", UUID.fromString(one))
                .param("other", UUID.fromString(other))
                .query(String.class)
                .single();
    }

    @Test
    void aChainOfMergesIsUndoneInAnyOrder() {
        String family = family();
        String a = person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ""));
        String b = person(named("Florence", family, "2011-05-04", "PE15 8ZZ", ""));
        String c = person(named("Tobias", family, "2011-05-04", "PE15 8ZZ", ""));

        String first = merged(a, b);
        String second = merged(b, c);
        assertThat(List.of(current(a), current(b), current(c))).containsOnly(c);
        assertThat(officer("/people/merges", merge(a, c)).status()).isEqualTo(409);

        officer("/people/merges/" + first + "/undoing", "{\"reason\": \"a test\"}");
        assertThat(List.of(current(a), current(b), current(c))).containsExactly(a, c, c);
        officer("/people/merges/" + second + "/undoing", "{\"reason\": \"a test\"}");
        assertThat(List.of(current(a), current(b), current(c))).containsExactly(a, b, c);

        String again = merged(a, b);
        merged(a, c);
        officer("/people/merges/" + again + "/undoing", "{\"reason\": \"a test\"}");
        assertThat(List.of(current(a), current(b), current(c))).containsExactly(a, c, c);
    }

    private static String merge(String from, String into) {
        return "{\"from\": \"%s\", \"into\": \"%s\", \"reason\": \"a test\"}".formatted(from, into);
    }

    private String merged(String from, String into) {
        Reply merged = officer("/people/merges", merge(from, into));
        assertThat(merged.status()).as(merged.text()).isEqualTo(200);
        return merged.json().path("id").asString();
    }

    private String current(String person) {
        return facts(person).path("person").asString();
    }

    private JsonNode facts(String person) {
        return service.internally("/internal/people/" + person + "/facts").json();
    }

    @Test
    void whatIsUnderWayIsAskedForAgainUnderTheIdThatHoldsNow() {
        Reply referral = send(SCHOOL, Bodies.subject(Bodies.nhsNumber()).toString());
        String from = subjectOf(referral);
        String id = referral.json().path("id").asString();
        DisclosureRequested asked = service.events()
                .expect(2, DisclosureRequested.class, "referral/" + id)
                .getFirst();
        String into = person(named("Edie", family(), "2011-05-04", "PE15 8ZZ", ""));

        String merge = merged(from, into);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(about(asked, into)).hasSize(1));
        officer("/people/merges/" + merge + "/undoing", "{\"reason\": \"a test\"}");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(about(asked, from)).hasSize(2));
    }

    private List<DisclosureRequested> about(DisclosureRequested asked, String subject) {
        return service.events().seen(DisclosureRequested.class, asked.request().toString()).stream()
                .filter(it -> it.request().equals(asked.request()))
                .filter(it -> it.subject().toString().equals(subject))
                .toList();
    }

    @Test
    void protectedWhereaboutsTravelWithThePerson() {
        String family = family();
        String open = person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ""));
        assertThat(facts(open).path("protectedWhereabouts").asBoolean()).isFalse();

        String refuge = person(named("Edie", family, "2011-05-04", "CB1 1ZZ", ", \"whereaboutsProtected\": true"));

        assertThat(facts(refuge).path("protectedWhereabouts").asBoolean()).isTrue();
        assertThat(facts(open).path("protectedWhereabouts").asBoolean())
                .as("who may be the same is protected until it is settled")
                .isTrue();
        String merge = merged(refuge, open);
        assertThat(facts(open).path("protectedWhereabouts").asBoolean()).isTrue();
        officer("/people/merges/" + merge + "/undoing", "{\"reason\": \"Two cousins\"}");
        assertThat(facts(open).path("protectedWhereabouts").asBoolean()).isFalse();
        assertThat(facts(refuge).path("protectedWhereabouts").asBoolean()).isTrue();

        officer("/people/" + refuge + "/whereabouts", "{\"protected\": false, \"reason\": \"The order ended\"}");
        assertThat(facts(refuge).path("protectedWhereabouts").asBoolean()).isFalse();
    }

    @Test
    void aHouseholdIsAFactWithItsSource() {
        String family = family();
        String child = person(named("Edie", family, "2011-05-04", "PE15 8ZZ", ""));
        String brother = person(named("Tobias", family, "2009-02-11", "PE15 8ZZ", ""));

        var relations = service.bean(org.partnerhub.referral.person.store.Homes.class)
                .of(org.partnerhub.contracts.identity.PersonId.of(child));

        assertThat(relations)
                .filteredOn(it -> it.person().toString().equals(brother))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.relation()).isEqualTo("same-household");
                    assertThat(it.source()).isEqualTo("service-account-notification-service");
                });
    }

    @Test
    void noEventOfAMergeCarriesAName() {
        String family = family();
        merged(
                person(named("Edie", family, "2011-05-04", "PE15 8ZZ", "")),
                person(named("Tobias", family, "2009-05-04", "PE15 8ZZ", "")));

        assertThat(service.events().bodies()).noneMatch(it -> it.contains(family));
    }

    private int count(String sql) {
        return service.database().sql(sql).query(Integer.class).single();
    }
}
