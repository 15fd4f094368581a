package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.partnerhub.testkit.contract.PublishedAnswers.assertFits;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.testkit.TestIssuer;
import tools.jackson.databind.JsonNode;

class AdmissionsIT {

    private static final TestHub HUB = TestHub.start();
    private static final String HOSPITAL = TestIssuer.shared()
            .partner("cambridge-university-hospitals", "admission.notify")
            .signed();
    private static final String COUNCIL = TestIssuer.shared()
            .partner("cambridgeshire-county-council", "admission.read", "mailbox.read")
            .signed();
    private final String visit = "V-" + UUID.randomUUID();
    private final String admission = """
            {"visitNumber":"%s","subject":{"nhsNumber":"9990001014","name":{"given":["Idris"],"family":"Marlow"},\
            "birthDate":"2011-09-05","address":{"lines":["1 Invented Way"],"postcode":"PE13 1AA"}},\
            "setting":{"odsCode":"RGT","kind":"nhs-hospital","funding":"nhs","authority":"E10000003"},\
            "admittedAt":"2026-11-16T11:00:00Z","expectedUntil":"2027-03-01","ordinaryResidence":{"authority":"E10000003"},\
            "ward":"A ward"}""".formatted(visit);

    private final PersonId child = PersonId.fresh();

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @BeforeEach
    void thePersonIsKnown() {
        HUB.consentService.permitOn(child, GroundKind.STATUTORY_DUTY);
        HUB.referralService.stubFor(post(urlEqualTo("/internal/people/resolve"))
                .willReturn(okJson(
                        "{\"person\":\"" + child + "\",\"birthDate\":\"2011-09-05\",\"protectedWhereabouts\":false}")));
    }

    @Test
    void aLongAdmissionBecomesAMinimisedNoticeInTheRightCouncilsMailbox() {
        HttpResponse<String> received = HUB.submit("/admissions", HOSPITAL, admission, key());
        assertThat(received.statusCode()).isEqualTo(201);
        assertFits("admissionReceived", received.body());
        String self = received.headers().firstValue("Location").orElseThrow();

        JsonNode standing = concluded(self);
        assertThat(standing.path("state").asString()).isEqualTo("notified");
        assertThat(standing.path("section").asString()).isEqualTo("85");
        assertThat(standing.path("notified").path(0).asString()).isEqualTo("cambridgeshire-directors-office");
        assertThat(standing.path("why").findValuesAsString("rule"))
                .containsExactly(
                        "child-on-the-day", "hospital-or-unit-of-the-nhs", "twelve-weeks", "ordinary-residence-before");
        assertThat(Schemas.bundled().answerViolations("admission", standing)).isEmpty();
        assertThat(standing.toString()).doesNotContain("Marlow", "2011");

        JsonNode notice = TestHub.json(HUB.read("/mailbox/" + itemAbout(child), COUNCIL));
        assertThat(Schemas.bundled().violations("disclosure", notice)).isEmpty();
        assertThat(notice.path("kind").asString()).isEqualTo("notice");
        assertThat(notice.path("content").propertyNames()).containsExactlyInAnyOrder("identity", "stay");
        assertThat(notice.path("content").path("stay").path("section").asString())
                .isEqualTo("85");
        assertThat(notice.toString()).doesNotContain("ward", "Invented Way", visit);
        assertThat(HUB.read(self, COUNCIL).statusCode())
                .as("the council that was told")
                .isEqualTo(200);
    }

    @Test
    void theSameKeyAndBodyHaveOneEffectEvenAtOnce() throws Exception {
        String key = key();
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = IntStream.range(0, 8)
                    .mapToObj(_ -> hands.submit(() -> HUB.submit("/admissions", HOSPITAL, admission, key)))
                    .toList();
            String first = answers.getFirst().get().body();
            for (Future<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(201);
                assertThat(answer.get().body()).isEqualTo(first);
            }
        }
        assertThat(HUB.database
                        .sql("select count(*) from admission_message where idempotency_key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = key();
        HUB.submit("/admissions", HOSPITAL, admission, key);

        assertThat(HUB.submit("/admissions", HOSPITAL, admission.replace(visit, "another"), key)
                        .statusCode())
                .isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            9990001014 | 9990001015 | /subject/nhsNumber
            2011-09-05 | 2011-13-05 | /subject/birthDate
            "ward"     | "wing"     | /wing
            nhs-hospital | castle   | /setting/kind
            """)
    void badInputIsPointedAt(String what, String instead, String pointer) {
        HttpResponse<String> answer = HUB.submit("/admissions", HOSPITAL, admission.replace(what, instead), key());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertFits("problem", answer.body());
        assertThat(TestHub.json(answer).path("errors").findValuesAsString("pointer"))
                .contains(pointer);
        assertThat(answer.body()).doesNotContain("Marlow");
    }

    @Test
    void withoutAKeyOrWithAStrangeOneItIsRefused() {
        assertThat(HUB.submit("/admissions", HOSPITAL, admission, null).statusCode())
                .isEqualTo(400);
        assertThat(HUB.submit("/admissions", HOSPITAL, admission, "no spaces").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anotherPartnersAdmissionIsNotThere() {
        String self = HUB.submit("/admissions", HOSPITAL, admission, key())
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String neighbour = TestIssuer.shared()
                .partner("peterborough-city-council", "admission.read")
                .signed();
        concluded(self);

        assertThat(HUB.read(self, neighbour).statusCode()).isEqualTo(404);
        assertThat(HUB.submit("/admissions", COUNCIL, admission, key()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aCouncilWithoutAChannelIsServedByHandAndTheHospitalHearsMeanwhile() {
        String self = HUB.submit(
                        "/admissions",
                        HOSPITAL,
                        admission.replace(
                                "\"ordinaryResidence\":{\"authority\":\"E10000003\"}",
                                "\"ordinaryResidence\":{\"authority\":\"E09000007\"}"),
                        key())
                .headers()
                .firstValue("Location")
                .orElseThrow();

        JsonNode standing = concluded(self);
        assertThat(standing.path("state").asString()).isEqualTo("notified");
        assertThat(standing.path("authorityName").asString()).isEqualTo("London Borough of Camden");
        assertThat(standing.path("notices").findValuesAsString("kind")).containsExactly("intention", "by-hand");
        assertThat(standing.path("notices").findValuesAsString("delivery")).containsExactly("manual", "waiting");
        assertThat(standing.path("notices").findValuesAsString("recipient"))
                .containsExactly("directors-office-e09000007", "cuh-discharge-coordination");
    }

    private static JsonNode concluded(String self) {
        await().until(() ->
                !TestHub.json(HUB.read(self, HOSPITAL)).path("state").asString().equals("received"));
        return TestHub.json(HUB.read(self, HOSPITAL));
    }

    private static String itemAbout(PersonId person) {
        await().until(() -> HUB.read("/mailbox?limit=200", COUNCIL).body().contains(person.toString()));
        for (JsonNode item :
                TestHub.json(HUB.read("/mailbox?limit=200", COUNCIL)).path("items")) {
            if (item.path("subject").asString().equals(person.toString())) {
                return item.path("id").asString();
            }
        }
        throw new AssertionError("Nothing about the person.");
    }

    private static String key() {
        return "key-" + UUID.randomUUID();
    }
}
