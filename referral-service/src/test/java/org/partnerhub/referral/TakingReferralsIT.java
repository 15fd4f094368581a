package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.event.HubEvent.ReferralReceived;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TakingReferralsIT {

    private static final String SCHOOL = "fenland-academy";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.fresh();
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    void aReferralIsKeptBeforeItIsAnswered() {
        Reply taken = service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString());

        assertThat(taken.status()).isEqualTo(201);
        PublishedAnswers.assertFits("referralReceived", taken.text());
        String id = taken.json().path("id").asString();
        assertThat(taken.response().headers().firstValue("Location")).contains("/referrals/" + id);
        assertThat(count("select count(*) from referral where id = '%s'".formatted(id)))
                .isEqualTo(1);
        assertThat(count("select count(*) from contribution where referral_id = '%s'".formatted(id)))
                .isEqualTo(5);
        service.events().expect(1, ReferralReceived.class, id);
    }

    @Test
    void theSameChildIsTheSamePersonForEverybody() {
        String nhsNumber = Bodies.nhsNumber();

        Reply bySchool = service.send(SCHOOL, Bodies.referral(nhsNumber).toString());
        Reply byPolice = service.send(
                "cambridgeshire-constabulary", Bodies.notice(nhsNumber).toString());

        assertThat(byPolice.json().path("person")).isEqualTo(bySchool.json().path("person"));
    }

    @Test
    void aKnownPersonIsNamedByTheHubsId() {
        Reply first = service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString());
        ObjectNode again = Bodies.referral(Bodies.nhsNumber());
        again.set(
                "subject",
                Bodies.object("{}").put("personId", first.json().path("person").asString()));

        Reply second = service.send(SCHOOL, again.toString());

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("person")).isEqualTo(first.json().path("person"));
    }

    @Test
    void theSameKeyAndBodyIsAnsweredTheSameWithOneEffect() {
        String key = UUID.randomUUID().toString();
        String body = Bodies.referral(Bodies.nhsNumber()).toString();

        Reply first = service.send(SCHOOL, key, body);
        Reply second = service.send(SCHOOL, key, body);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.response().headers().firstValue("Location"))
                .isEqualTo(first.response().headers().firstValue("Location"));
        assertThat(referralsOf(first)).isEqualTo(1);
    }

    @Test
    void sixteenAtOnceWithOneKeyHaveOneEffectAndOneAnswer() throws Exception {
        for (int round = 0; round < 5; round++) {
            String key = UUID.randomUUID().toString();
            String body = Bodies.referral(Bodies.nhsNumber()).toString();
            Callable<Reply> send = () -> service.send(SCHOOL, key, body);
            try (var threads = Executors.newFixedThreadPool(16)) {
                List<Reply> replies = threads
                        .invokeAll(IntStream.range(0, 16).mapToObj(i -> send).toList())
                        .stream()
                        .map(future -> future.resultNow())
                        .toList();

                assertThat(replies)
                        .allSatisfy(reply -> assertThat(reply.status()).isEqualTo(201));
                assertThat(replies.stream().map(Reply::json).collect(Collectors.toSet()))
                        .hasSize(1);
                assertThat(referralsOf(replies.getFirst())).isEqualTo(1);
            }
        }
    }

    @Test
    void sixteenAtOnceAboutOneNewChildMakeOnePerson() throws Exception {
        ObjectNode unnumbered = Bodies.referral(Bodies.nhsNumber());
        ((ObjectNode) unnumbered.path("subject")).remove("nhsNumber");
        ((ObjectNode) unnumbered.path("subject")).put("nhsNumberAbsent", "not-known");
        ((ObjectNode) unnumbered.path("subject"))
                .set("name", Bodies.object("{\"given\": [\"Greta\"], \"family\": \"Thornhay\"}"));
        for (ObjectNode body : List.of(Bodies.referral(Bodies.nhsNumber()), unnumbered)) {
            Callable<Reply> send = () -> service.send(SCHOOL, body.toString());
            try (var threads = Executors.newFixedThreadPool(16)) {
                var people = threads
                        .invokeAll(IntStream.range(0, 16).mapToObj(i -> send).toList())
                        .stream()
                        .map(future -> future.resultNow().json().path("person").asString())
                        .collect(Collectors.toSet());

                assertThat(people).hasSize(1);
            }
        }
    }

    @Test
    void theSameKeyForAnotherBodyIsRefusedWithoutEffect() {
        String key = UUID.randomUUID().toString();
        String nhsNumber = Bodies.nhsNumber();
        Reply first = service.send(SCHOOL, key, Bodies.referral(nhsNumber).toString());

        Reply other = service.send(
                SCHOOL,
                key,
                Bodies.referral(nhsNumber).put("reason", "Another.").toString());

        assertThat(other.status()).isEqualTo(422);
        PublishedAnswers.assertFits("problem", other.text());
        assertThat(referralsOf(first)).isEqualTo(1);
    }

    @Test
    void anotherPartnersKeyIsAnotherKey() {
        String key = UUID.randomUUID().toString();
        String body = Bodies.referral(Bodies.nhsNumber()).toString();

        Reply school = service.send(SCHOOL, key, body);
        Reply police = service.send("cambridgeshire-constabulary", key, body);

        assertThat(police.status()).isEqualTo(201);
        assertThat(police.json().path("id")).isNotEqualTo(school.json().path("id"));
    }

    @Test
    void withoutAKeyNothingIsTaken() {
        Reply refused = service.post(
                SCHOOL, "/referrals", Bodies.referral(Bodies.nhsNumber()).toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("detail").asString()).contains("Idempotency-Key");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            {"subject": {"nhsNumber": "9990000019"}}          | /subject/nhsNumber    | an NHS number that fails its check
            {"subject": {"birthDate": "2011-13-45"}}          | /subject/birthDate    | a day that is none
            {"subject": {"birthDate": "2031-05-04"}}          | /subject/birthDate    | a day in the future
            {"subject": {"favouriteColour": "green"}}         | /subject/favouriteColour | a field that nobody knows
            {"urgency": "whenever"}                           | /urgency              | an urgency that is none
            {"asks": [{"purpose": "feedback-to-referrer"}]}   | /asks/0/purpose       | a purpose that nobody may ask for
            {"asks": [{"purpose": "early-help-support", "recipient": "nowhere"}]} | /asks/0/recipient | a recipient unheard of
            {"asks": []}                                      | /asks                 | nothing asked
            {"asks": [{"purpose": "domestic-abuse-notice-to-school"}]} | /incident    | a notice about no incident
            {"occurredAt": "2031-05-04T10:00:00Z"}            | /occurredAt           | something that will happen
            {"story": {"contributions": [{"category": "stay", "text": "x"}]}} | /story/contributions/0/category | a category that is not told so
            """)
    void badInputIsPointedAt(String change, String pointer, String what) {
        ObjectNode body = Bodies.referral(Bodies.nhsNumber());
        JsonNode changes = JsonMapper.shared().readTree(change);
        changes.properties().forEach(it -> {
            if (it.getValue() instanceof ObjectNode fields && body.path(it.getKey()) instanceof ObjectNode present) {
                present.setAll(fields);
            } else {
                body.set(it.getKey(), it.getValue());
            }
        });

        Reply refused = service.send(SCHOOL, body.toString());

        assertThat(refused.status()).as(what).isEqualTo(400);
        PublishedAnswers.assertFits("problem", refused.text());
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .containsExactly(pointer);
    }

    @Test
    void severalFaultsAreAllPointedAt() {
        ObjectNode body = Bodies.referral(Bodies.nhsNumber()).put("urgency", "whenever");
        body.remove("reason");

        assertThat(service.send(SCHOOL, body.toString())
                        .json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .containsExactlyInAnyOrder("/urgency", "/reason");
    }

    @Test
    void whatIsNoJsonOrTooDeepIsRefused() {
        assertThat(service.send(SCHOOL, "{\"kind\": ").status()).isEqualTo(400);
        assertThat(service.send(SCHOOL, "[".repeat(500) + "]".repeat(500)).status())
                .isEqualTo(400);
    }

    @Test
    void aPersonIdOfNobodyIsPointedAtAndNothingIsKept() {
        String key = UUID.randomUUID().toString();
        ObjectNode body = Bodies.referral(Bodies.nhsNumber());
        body.set(
                "subject", Bodies.object("{}").put("personId", UUID.randomUUID().toString()));

        Reply refused = service.send(SCHOOL, key, body.toString());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/subject/personId");
        assertThat(count("select count(*) from idempotency_key where key = '%s'".formatted(key)))
                .isZero();
    }

    @Test
    void aPartnerWhomTheDirectoryDoesNotKnowIsRefused() {
        Reply refused = service.send(
                "unheard-of-partner", Bodies.referral(Bodies.nhsNumber()).toString());

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void nobodysWordsCanBeOverwritten() {
        service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString());

        for (String attempt : List.of(
                "update contribution set content = '{}'",
                "delete from contribution",
                "truncate contribution",
                "update referral_history set happened = 'x'",
                "delete from person_description")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> service.database().sql(attempt).update()))
                    .as(attempt)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    private int referralsOf(Reply taken) {
        return count("select count(*) from referral where person_id = '%s'"
                .formatted(taken.json().path("person").asString()));
    }

    private int count(String sql) {
        return service.database().sql(sql).query(Integer.class).single();
    }
}
