package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.node.ObjectNode;

class LookupIT {

    private static final String POLICE = "cambridgeshire-constabulary";
    private static final String PATH = "/people/lookup";

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
        service.database().sql("delete from people_lookup").update();
    }

    private static ObjectNode described(String family) {
        return Bodies.object("""
                {"nhsNumberAbsent": "not-known", "name": {"given": ["Edie"], "family": "%s"}, "birthDate": "2011-05-04",
                 "agencyNumbers": [{"issuer": "an-agency", "value": "%s"}]}""".formatted(family, family));
    }

    private static String family() {
        return ThreadLocalRandom.current()
                .ints(10, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private String known(String family) {
        return service.internally(
                        "/internal/people/resolve", Map.of(), described(family).toString())
                .json()
                .path("person")
                .asString();
    }

    private Reply lookUp(String family) {
        ObjectNode body = Bodies.object("{\"purpose\": \"early-help-support\"}");
        body.set("person", described(family));
        return service.post(POLICE, PATH, body.toString());
    }

    @Test
    void underAPermitAKnownPersonIsNamedAndAStoryIsPointedAt() {
        String family = family();
        String person = known(family);

        Reply answer = lookUp(family);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("personLookup", answer.text());
        assertThat(answer.json().path("person").asString()).isEqualTo(person);
        String story = answer.json().path("story").asString();
        assertThat(service.get(POLICE, story).status()).isEqualTo(200);
        DecisionRequest asked = service.siblings().asked().getFirst();
        assertThat(asked.subject().toString()).isEqualTo(person);
        assertThat(asked.purpose().value()).isEqualTo("early-help-support");
        assertThat(asked.requester()).isEqualTo(POLICE);
    }

    @Test
    void underAPermitSomebodyUnknownIsSaidToBeUnknownAndNobodyIsMade() {
        int before = people();

        Reply answer = lookUp(family());

        assertThat(answer.status()).isEqualTo(200);
        PublishedAnswers.assertFits("personLookup", answer.text());
        assertThat(answer.json().path("known").asBoolean()).isFalse();
        assertThat(answer.json().has("person")).isFalse();
        assertThat(people()).isEqualTo(before);
    }

    @Test
    void withoutAPermitTheAnswersForKnownAndUnknownAreAlike() {
        String family = family();
        known(family);
        service.siblings().withhold(Category.values());

        Reply known = lookUp(family);
        Reply unknown = lookUp(family());

        assertThat(known.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(shape(known)).isEqualTo(shape(unknown));
        assertThat(known.text()).hasSameSizeAs(unknown.text());
        assertThat(known.response().headers().map().keySet())
                .isEqualTo(unknown.response().headers().map().keySet());
        assertThat(service.siblings().asked())
                .as("both are decided and so logged")
                .hasSize(2);
        assertThat(service.siblings().asked().stream()
                        .map(DecisionRequest::categories)
                        .distinct())
                .hasSize(1);
    }

    private static ObjectNode shape(Reply reply) {
        ObjectNode shape = (ObjectNode) reply.json();
        shape.remove("correlationId");
        return shape;
    }

    @Test
    void theTimeOfAnAnswerIsAWholeNumberOfSteps() {
        String family = family();
        known(family);
        service.siblings().withhold(Category.values());
        lookUp(family);

        long[] known = times(() -> lookUp(family));
        long[] unknown = times(() -> lookUp(family()));

        assertThat(Math.abs(median(known) - median(unknown)))
                .as("known %s ms, unknown %s ms", Arrays.toString(known), Arrays.toString(unknown))
                .isLessThan(60);
        assertThat(median(known)).isGreaterThanOrEqualTo(400);
    }

    private static long[] times(Runnable call) {
        long[] times = new long[5];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            call.run();
            times[i] = (System.nanoTime() - begun) / 1_000_000;
        }
        return times;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    @Test
    void nobodyCanFishByAskingOften() {
        service.database().sql("""
                        insert into people_lookup (id, partner, purpose, asked_at)
                        select gen_random_uuid(), :partner, 'early-help-support', now() from generate_series(1, 19)
                        """).param("partner", POLICE).update();

        assertThat(lookUp(family()).status()).isEqualTo(200);
        Reply tooOften = lookUp(family());

        assertThat(tooOften.status()).isEqualTo(429);
        assertThat(tooOften.response().headers().firstValue("Retry-After")).contains("60");
        PublishedAnswers.assertFits("problem", tooOften.text());
    }

    @Test
    void aNumberAloneFindsNobody() {
        String number = Bodies.nhsNumber();
        service.internally(
                "/internal/people/resolve", Map.of(), Bodies.subject(number).toString());
        ObjectNode body = Bodies.object("{\"purpose\": \"early-help-support\"}");
        body.set(
                "person",
                Bodies.object(
                        "{\"nhsNumber\": \"%s\", \"name\": {\"given\": [\"x\"], \"family\": \"x\"}, \"birthDate\": \"2015-01-02\"}"
                                .formatted(number)));

        assertThat(service.post(POLICE, PATH, body.toString())
                        .json()
                        .path("known")
                        .asBoolean(true))
                .isFalse();
    }

    private int people() {
        return service.database()
                .sql("select count(*) from person")
                .query(Integer.class)
                .single();
    }
}
