package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every call about consents, over HTTP, with two instances on one database. */
class RecordingConsentsIT {

    private static final String HUB = "early-help-hub-cambridgeshire";
    private static final String SCHOOL_LEAD = "fenland-academy-safeguarding-lead";

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/London"));
    }

    private static RunningService hub;
    private static ConfigurableApplicationContext other;

    @BeforeAll
    static void start() {
        hub = new RunningService();
        other = hub.startInstance();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static PersonId child() {
        return aged(15);
    }

    private static PersonId aged(int years) {
        PersonId person = PersonId.fresh();
        hub.knows(person, LocalDate.now(Clock.systemUTC()).minusYears(years).minusDays(40), false);
        return person;
    }

    private static Map<String, Object> consent(PersonId child, Consumer<Map<String, Object>> change) {
        Map<String, Object> body = Bodies.consent(child);
        change.accept(body);
        return body;
    }

    private static String recorded(Map<String, Object> body) {
        Answer answer = hub.send("/consents", body, RunningService.school());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static JsonNode read(String consent) {
        Answer answer = hub.read("/consents/" + consent, RunningService.school());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("consent", answer.text());
        return answer.json();
    }

    private static JsonNode decide(PersonId child, String recipient, String... categories) {
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(child, recipient, "early-help-support", categories),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static Set<String> permitted(JsonNode decision) {
        return decision.path("categories")
                .valueStream()
                .filter(it -> it.path("permitted").asBoolean())
                .map(it -> it.path("category").asString())
                .collect(Collectors.toSet());
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(it -> it.path("pointer").asString())
                .toList();
    }

    private static List<String> history(JsonNode consent) {
        return consent.path("history")
                .valueStream()
                .map(it -> it.path("what").asString())
                .toList();
    }

    private static long rows(String table, Object consent) {
        return hub.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM " + table + " WHERE consent = CAST(:id AS uuid)")
                .param("id", consent.toString())
                .query(Long.class)
                .single();
    }

    private static long consentsOf(PersonId child) {
        return hub.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM consent WHERE subject = :child")
                .param("child", child.value())
                .query(Long.class)
                .single();
    }

    // once for each key

    @Test
    void sameKeyAndBodyHaveTheSameAnswerAndNoSecondEffect() {
        PersonId child = child();
        String body = RunningService.JSON.writeValueAsString(Bodies.consent(child));
        String key = UUID.randomUUID().toString();
        Answer first = hub.sendUnder(hub.first(), key, "/consents", body, RunningService.school());
        Answer again = hub.sendUnder(other, key, "/consents", body, RunningService.school());
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(again).isEqualTo(first);
        assertThat(consentsOf(child)).isEqualTo(1);
        assertThat(Published.about(hub, "consent.given", child)).hasSize(1);
    }

    @Test
    void otherBodyUnderAUsedKeyIsRefused() {
        PersonId child = child();
        String key = UUID.randomUUID().toString();
        hub.sendUnder(hub.first(), key, "/consents", Bodies.consent(child), RunningService.school());
        Answer answer = hub.sendUnder(
                hub.first(),
                key,
                "/consents",
                consent(child, it -> it.put("decision", "refused")),
                RunningService.school());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("idempotency-key-reused");
        assertThat(consentsOf(child)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none", "short", "has a blank in it", "umlaut-ä-is-no-letter-here"})
    void withoutAUsableKeyNothingIsRecorded(String key) {
        PersonId child = child();
        String sent = key != null && key.contains("ä") ? "semicolon;is;not;allowed" : key;
        Answer answer = hub.sendUnder(hub.first(), sent, "/consents", Bodies.consent(child), RunningService.school());
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("idempotency-key-required");
        assertThat(consentsOf(child)).isZero();
    }

    @Test
    void keyOfAnotherPartnerIsAnotherKey() {
        PersonId child = child();
        String key = UUID.randomUUID().toString();
        Answer school = hub.sendUnder(hub.first(), key, "/consents", Bodies.consent(child), RunningService.school());
        Answer trust =
                hub.sendUnder(hub.first(), key, "/consents", Bodies.consent(child), RunningService.partner("cpft"));
        assertThat(trust.status()).isEqualTo(201);
        assertThat(trust.json().path("id")).isNotEqualTo(school.json().path("id"));
    }

    /** What was refused as nonsense has not used the key up. */
    @Test
    void nonsenseCorrectedMayBeSentUnderTheSameKey() {
        PersonId child = child();
        String key = UUID.randomUUID().toString();
        assertThat(hub.sendUnder(
                                hub.first(),
                                key,
                                "/consents",
                                consent(child, it -> it.put("until", "2020-01-01")),
                                RunningService.school())
                        .status())
                .isEqualTo(400);
        assertThat(hub.sendUnder(hub.first(), key, "/consents", Bodies.consent(child), RunningService.school())
                        .status())
                .isEqualTo(201);
    }

    @Test
    void sameKeyManyTimesAtOnceIsOneConsent() throws InterruptedException {
        for (int round = 0; round < 5; round++) {
            PersonId child = child();
            String body = RunningService.JSON.writeValueAsString(Bodies.consent(child));
            String key = UUID.randomUUID().toString();
            ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                ConfigurableApplicationContext instance = i % 2 == 0 ? hub.first() : other;
                senders.add(Thread.startVirtualThread(
                        () -> answers.add(hub.sendUnder(instance, key, "/consents", body, RunningService.school()))));
            }
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(answers).hasSize(16);
            assertThat(Set.copyOf(answers))
                    .singleElement()
                    .satisfies(it -> assertThat(it.status()).as(it.text()).isEqualTo(201));
            assertThat(consentsOf(child)).isEqualTo(1);
            assertThat(rows(
                            "consent_history",
                            answers.element().json().path("id").asString()))
                    .isEqualTo(1);
            assertThat(Published.about(hub, "consent.given", child)).hasSize(1);
        }
    }

    @Test
    void personMayBeWrittenOutInsteadOfNamedByTheirId() {
        PersonId child = child();
        Map<String, Object> body = consent(
                child,
                it -> it.put(
                        "subject",
                        Map.of(
                                "name", Map.of("given", List.of("Mirabel"), "family", "Marlow"),
                                "birthDate", today().minusYears(15).minusDays(40),
                                "nhsNumberAbsent", "not-known")));
        Answer answer = hub.send("/consents", body, RunningService.school());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.json().path("person").asString()).isEqualTo(child.toString());
        assertThat(answer.text()).doesNotContain("Mirabel");
    }

    // who may call

    static Stream<Arguments> calls() {
        Map<String, Object> narrowing =
                Map.of("narrowedBy", Map.of("capacity", "gillick-competent"), "categories", List.of("identity"));
        return Stream.of(
                Arguments.of("POST", "", Bodies.consent(PersonId.fresh()), "consent.read"),
                Arguments.of("GET", "/ID", Map.of(), "consent.write"),
                Arguments.of("POST", "/ID/renewal", renewal(today().plusYears(2)), "consent.read"),
                Arguments.of("POST", "/ID/narrowing", narrowing, "consent.read"),
                Arguments.of("POST", "/ID/withdrawal", Bodies.withdrawal(), "consent.read"),
                Arguments.of("POST", "/searches", Map.of("reason", "curious"), "consent.write"));
    }

    @ParameterizedTest(name = "{0} /consents{1}")
    @MethodSource("calls")
    void wrongScopeIsTurnedAwayAndNoTokenToo(String method, String path, Map<String, Object> body, String wrong) {
        String at = "/consents" + path.replace("ID", UUID.randomUUID().toString());
        String token = TestIssuer.shared().partner("fenland-academy", wrong).signed();
        assertThat(call(method, at, body, token).status()).isEqualTo(403);
        assertThat(call(method, at, body, "nonsense").status()).isEqualTo(401);
    }

    private static Answer call(String method, String path, Map<String, Object> body, String token) {
        return method.equals("GET") ? hub.read(path, token) : hub.send(path, body, token);
    }

    @Test
    void officerWithoutAPartnerRecordsNothing() {
        String officer = TestIssuer.shared()
                .officer("officer.adeyemi", "governance-officer", "consent.write")
                .signed();
        assertThat(hub.send("/consents", Bodies.consent(child()), officer).status())
                .isEqualTo(403);
    }

    @Test
    void strangersFindNothingToReadRenewOrNarrow() {
        String consent = recorded(Bodies.consent(child()));
        String police = RunningService.partner("cambridgeshire-constabulary");
        String path = "/consents/" + consent;
        assertThat(hub.read(path, police).status()).isEqualTo(404);
        assertThat(hub.send(path + "/renewal", renewal(today().plusYears(2)), police)
                        .status())
                .isEqualTo(404);
        assertThat(hub.send(path + "/narrowing", narrowing("identity"), police).status())
                .isEqualTo(404);
        assertThat(hub.send(path + "/renewal", renewal(today().plusYears(2)), RunningService.partner("cpft"))
                        .status())
                .as("whoever only relies on it does not renew it")
                .isEqualTo(404);
        assertThat(read(consent).path("version").asInt()).isEqualTo(1);
    }

    // nonsense

    static Stream<Arguments> nonsense() {
        Map<String, Object> unassessed = Map.of("capacity", "gillick-competent");
        return Stream.of(
                nonsense(
                        "a 9-year-old's without an assessment",
                        9,
                        it -> it.put("givenBy", unassessed),
                        "/givenBy/assessor"),
                nonsense(
                        "a 9-year-old's as an adult",
                        9,
                        it -> it.put("givenBy", Map.of("capacity", "adult")),
                        "/givenBy/capacity"),
                nonsense(
                        "a parent's without a name",
                        9,
                        it -> it.put("givenBy", Map.of("capacity", "parental-responsibility")),
                        "/givenBy/name"),
                nonsense("an end before the start", 15, it -> it.put("until", today().minusDays(1)), "/until"),
                nonsense("said tomorrow", 15, it -> it.put("obtainedOn", today().plusDays(1)), "/obtainedOn"),
                nonsense(
                        "an unknown purpose",
                        15,
                        it -> it.put("purposes", List.of("early-help-support", "astrology")),
                        "/purposes"),
                nonsense(
                        "a purpose that asks nobody",
                        15,
                        it -> it.put("purposes", List.of("early-help-support", "section-85-notice")),
                        "/purposes"),
                nonsense(
                        "a category that the purpose never carries",
                        15,
                        it -> it.put("categories", List.of("identity", "legal-status")),
                        "/categories"),
                nonsense("no such category", 15, it -> it.put("categories", List.of("gossip")), "/categories/0"),
                nonsense(
                        "nobody's recipient",
                        15,
                        it -> it.put("recipients", Map.of("ids", List.of("nobody-knows-it"))),
                        "/recipients/ids"),
                nonsense("no recipient", 15, it -> it.put("recipients", Map.of()), "/recipients"),
                nonsense("a misspelt field", 15, it -> it.put("untill", today()), "/untill"),
                nonsense(
                        "exception for nobody's recipient",
                        15,
                        it -> it.put(
                                "exceptions", List.of(Map.of("recipients", Map.of("ids", List.of("nobody-knows-it"))))),
                        "/exceptions/0/recipients/ids"),
                nonsense(
                        "exception of what is not consented",
                        15,
                        it -> it.put(
                                "exceptions",
                                List.of(Map.of(
                                        "recipients",
                                        Map.of("kinds", List.of("school")),
                                        "categories",
                                        List.of("police")))),
                        "/exceptions/0/categories"),
                nonsense(
                        "refusal with an exception",
                        15,
                        it -> {
                            it.put("decision", "refused");
                            it.put("exceptions", List.of(Map.of("recipients", Map.of("kinds", List.of("school")))));
                        },
                        "/exceptions"));
    }

    private static Arguments nonsense(String what, int age, Consumer<Map<String, Object>> change, String pointer) {
        return Arguments.of(what, age, change, pointer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedWithTheFieldAndTheReason(
            String what, int age, Consumer<Map<String, Object>> change, String pointer) {
        PersonId child = aged(age);
        Answer answer = hub.send("/consents", consent(child, change), RunningService.school());
        assertThat(pointers(answer)).containsExactly(pointer);
        assertThat(answer.json().at("/errors/0/detail").asString()).isNotBlank();
        PublishedAnswers.assertFits("problem", answer.text());
        assertThat(consentsOf(child)).isZero();
    }

    // exceptions

    @Test
    void youngPersonKeepsSomethingFromTheSchoolAndAParentDoesNotUndoIt() {
        PersonId child = child();
        recorded(consent(child, it -> {
            it.put("recipients", Map.of("kinds", List.of("council", "school")));
            it.put(
                    "exceptions",
                    List.of(Map.of("recipients", Map.of("ids", List.of(SCHOOL_LEAD)), "categories", List.of("voice"))));
        }));
        recorded(consent(child, it -> {
            it.put("givenBy", Map.of("capacity", "parental-responsibility", "name", "Ada Marlow"));
            it.put("recipients", Map.of("kinds", List.of("council", "school")));
        }));
        assertThat(permitted(decide(child, HUB, "identity", "voice"))).containsExactlyInAnyOrder("identity", "voice");
        JsonNode school = decide(child, SCHOOL_LEAD, "identity", "voice");
        assertThat(permitted(school)).containsExactly("identity");
        assertThat(school.toString()).contains("consent-refused");
    }

    // renewal

    private static Map<String, Object> renewal(LocalDate until) {
        return new HashMap<>(Map.of(
                "givenBy",
                Map.of(
                        "capacity",
                        "gillick-competent",
                        "assessor",
                        Map.of("name", "Morag Ellis", "role", "designated safeguarding lead", "assessedOn", today())),
                "until",
                until,
                "evidence",
                Map.of("kind", "verbal"),
                "obtainedOn",
                today()));
    }

    @Test
    void renewedConsentLastsLongerAndRemembersWhatItWas() {
        PersonId child = child();
        String consent = recorded(Bodies.consent(child));
        Answer renewed =
                hub.send("/consents/" + consent + "/renewal", renewal(today().plusYears(2)), RunningService.school());
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        PublishedAnswers.assertFits("consent", renewed.text());
        assertThat(renewed.json().path("version").asInt()).isEqualTo(2);
        assertThat(renewed.json().path("until").asString())
                .isEqualTo(today().plusYears(2).toString());
        assertThat(renewed.json().path("evidence").asString()).isEqualTo("verbal");
        assertThat(renewed.json()).isEqualTo(read(consent));
        assertThat(history(renewed.json())).containsExactly("given", "renewed");
        assertThat(renewed.json().at("/history/0/until").asString())
                .isEqualTo(today().plusYears(1).toString());
        assertThat(renewed.text()).doesNotContain("Morag");
        assertThat(Published.about(hub, "consent.given", child)).hasSize(2);
        assertThat(entries(child)).contains("consent-renewed");
        assertThat(permitted(decide(child, HUB, "identity"))).containsExactly("identity");
    }

    @Test
    void renewalSentTwiceIsOne() {
        PersonId child = child();
        String path = "/consents/" + recorded(Bodies.consent(child)) + "/renewal";
        Map<String, Object> body = renewal(today().plusYears(2));
        Answer first = hub.send(path, body, RunningService.school());
        assertThat(hub.send(other, path, body, RunningService.school())).isEqualTo(first);
        assertThat(Published.about(hub, "consent.given", child)).hasSize(2);
    }

    @Test
    void renewalThatIsNoneIsRefused() {
        String path = "/consents/" + recorded(Bodies.consent(child())) + "/renewal";
        assertThat(pointers(hub.send(path, renewal(today().plusDays(3)), RunningService.school())))
                .as("shorter than before")
                .containsExactly("/until");
        Map<String, Object> parents = renewal(today().plusYears(2));
        parents.put("givenBy", Map.of("capacity", "parental-responsibility", "name", "Ada Marlow"));
        assertThat(pointers(hub.send(path, parents, RunningService.school())))
                .as("the young person gave it")
                .containsExactly("/givenBy");
    }

    @Test
    void whatWasWithdrawnOrRefusedIsNotRenewedOrNarrowed() {
        String withdrawn = recorded(Bodies.consent(child()));
        hub.send("/consents/" + withdrawn + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        String refused = recorded(consent(child(), it -> it.put("decision", "refused")));
        for (String consent : List.of(withdrawn, refused)) {
            Answer renewed = hub.send(
                    "/consents/" + consent + "/renewal", renewal(today().plusYears(2)), RunningService.school());
            Answer narrowed =
                    hub.send("/consents/" + consent + "/narrowing", narrowing("identity"), RunningService.school());
            assertThat(renewed.status()).isEqualTo(409);
            assertThat(narrowed.status()).isEqualTo(409);
            assertThat(renewed.text()).contains("wrong-state");
        }
    }

    // narrowing

    private static Map<String, Object> narrowing(String... categories) {
        return new HashMap<>(Map.of(
                "narrowedBy",
                Map.of("capacity", "gillick-competent"),
                "reason",
                "Wants less to be told",
                "categories",
                List.of(categories)));
    }

    @Test
    void whatWasNarrowedAwayIsNotSentAnyMoreAndItsHoldersAreTold() {
        PersonId child = child();
        String consent = recorded(Bodies.consent(child));
        String decision =
                decide(child, HUB, "identity", "voice").path("decision").asString();
        hub.settle(child, decision, HUB, "early-help-support");

        Answer narrowed =
                hub.send("/consents/" + consent + "/narrowing", narrowing("identity", "plan"), RunningService.school());

        assertThat(narrowed.status()).as(narrowed.text()).isEqualTo(200);
        PublishedAnswers.assertFits("consentNarrowed", narrowed.text());
        assertThat(narrowed.json().at("/holdings/0/recipient").asString()).isEqualTo(HUB);
        assertThat(narrowed.json().at("/holdings/0/categories").toString()).isEqualTo("[\"voice\"]");
        assertThat(narrowed.json().at("/consent/version").asInt()).isEqualTo(2);
        assertThat(history(narrowed.json().path("consent"))).containsExactly("given", "narrowed");
        assertThat(permitted(decide(child, HUB, "identity", "voice", "plan")))
                .containsExactlyInAnyOrder("identity", "plan");
        assertThat(decide(child, HUB, "voice").toString()).contains("consent-withdrawn");
        assertThat(Published.about(hub, "consent.narrowed", child))
                .singleElement()
                .satisfies(it ->
                        assertThat(it.at("/holdings/0/categories").toString()).isEqualTo("[\"voice\"]"));
        assertThat(entries(child)).contains("consent-narrowed", "withdrawal-acknowledged");

        Answer again = hub.send(
                other, "/consents/" + consent + "/narrowing", narrowing("identity", "plan"), RunningService.school());
        assertThat(again).as("a second time answers like the first").isEqualTo(narrowed);
        assertThat(Published.about(hub, "consent.narrowed", child)).hasSize(1);
    }

    /** The person narrowed their newest word; that must not bring an older, wider one back. */
    @Test
    void narrowingDoesNotReviveAnOlderConsent() {
        PersonId child = child();
        recorded(Bodies.consent(child));
        String newest = recorded(Bodies.consent(child));
        hub.send("/consents/" + newest + "/narrowing", narrowing("identity"), RunningService.school());
        assertThat(permitted(decide(child, HUB, "identity", "voice"))).containsExactly("identity");
    }

    @Test
    void narrowingByRecipientPurposePeriodOrException() {
        PersonId child = child();
        String consent = recorded(Bodies.consent(child));
        Map<String, Object> by = Map.of("capacity", "gillick-competent");
        Map<String, Object> body = Map.of(
                "narrowedBy",
                by,
                "purposes",
                List.of("early-help-support"),
                "recipients",
                Map.of("ids", List.of(HUB, "mash-cambridgeshire")),
                "until",
                today().plusMonths(1),
                "exceptions",
                List.of(Map.of("recipients", Map.of("ids", List.of("mash-cambridgeshire")))));
        Answer narrowed = hub.send("/consents/" + consent + "/narrowing", body, RunningService.partner("cpft"));
        assertThat(narrowed.status())
                .as("whoever relies on it may pass it on: " + narrowed.text())
                .isEqualTo(200);
        assertThat(permitted(decide(child, HUB, "identity"))).containsExactly("identity");
        assertThat(permitted(decide(child, "mash-cambridgeshire", "identity"))).isEmpty();
        assertThat(permitted(decide(child, "cambridgeshire-directors-office", "identity")))
                .isEmpty();
        assertThat(read(consent).path("until").asString())
                .isEqualTo(today().plusMonths(1).toString());
        assertThat(read(consent).at("/history/1/by").asString()).isEqualTo("cpft");
    }

    @Test
    void narrowingThatWidensIsRefusedFieldByField() {
        String consent = recorded(Bodies.consent(child()));
        Map<String, Object> wider = Map.of(
                "narrowedBy",
                Map.of("capacity", "gillick-competent"),
                "purposes",
                List.of("education-support"),
                "recipients",
                Map.of("kinds", List.of("police"), "ids", List.of(SCHOOL_LEAD)),
                "categories",
                List.of("police"),
                "until",
                today().plusYears(3));
        assertThat(pointers(hub.send("/consents/" + consent + "/narrowing", wider, RunningService.school())))
                .containsExactlyInAnyOrder(
                        "/purposes", "/recipients/kinds", "/recipients/ids", "/categories", "/until");
        assertThat(pointers(hub.send(
                        "/consents/" + consent + "/narrowing",
                        Map.of("narrowedBy", Map.of("capacity", "gillick-competent"), "until", today().minusDays(1)),
                        RunningService.school())))
                .contains("/until");
    }

    @Test
    void narrowingIsAnsweredOnlyOnceNothingOfItIsUnderWay() {
        PersonId child = child();
        String consent = recorded(Bodies.consent(child));
        String decision =
                decide(child, HUB, "identity", "voice").path("decision").asString();
        CompletableFuture<Answer> narrowed = CompletableFuture.supplyAsync(
                () -> hub.send("/consents/" + consent + "/narrowing", narrowing("identity"), RunningService.school()));
        awaitVersion(consent, 2);
        assertThat(narrowed).isNotDone();
        hub.settle(child, decision, HUB, "early-help-support");
        assertThat(narrowed)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(it -> assertThat(it.status()).isEqualTo(200));
    }

    private static void awaitVersion(String consent, int version) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> read(consent).path("version").asInt() == version);
    }

    // refusals

    @Test
    void refusalAfterAConsentIsAnsweredOnceNothingItForbidsIsUnderWayAndTheHoldersAreTold() {
        PersonId child = child();
        String consent = recorded(Bodies.consent(child));
        String decision =
                decide(child, HUB, "identity", "voice").path("decision").asString();
        CompletableFuture<Answer> refused = CompletableFuture.supplyAsync(() -> hub.send(
                "/consents",
                consent(child, it -> {
                    it.put("decision", "refused");
                    it.put("categories", List.of("voice"));
                }),
                RunningService.school()));
        await().atMost(Duration.ofSeconds(10)).until(() -> consentsOf(child) == 2);
        assertThat(refused).isNotDone();
        hub.settle(child, decision, HUB, "early-help-support");

        assertThat(refused)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(it -> assertThat(it.status()).as(it.text()).isEqualTo(201));
        assertThat(Published.about(hub, "consent.withdrawn", child))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("consent").asString()).isEqualTo(consent);
                    assertThat(it.at("/holdings/0/categories").toString()).isEqualTo("[\"voice\"]");
                });
        assertThat(permitted(decide(child, HUB, "identity", "voice"))).containsExactly("identity");
        assertThat(read(consent).path("state").asString()).isEqualTo("given");
    }

    /** A refusal that forbids nothing that was sent waits for nothing, and a parent's does not touch a young person's consent. */
    @Test
    void refusalThatEndsNothingTellsNobody() {
        PersonId child = child();
        recorded(Bodies.consent(child));
        decide(child, HUB, "identity");
        recorded(consent(child, it -> {
            it.put("decision", "refused");
            it.put("givenBy", Map.of("capacity", "parental-responsibility", "name", "Ada Marlow"));
        }));
        assertThat(Published.about(hub, "consent.withdrawn", child)).isEmpty();
        assertThat(permitted(decide(child, HUB, "identity"))).containsExactly("identity");
    }

    /** Two parents who disagree: nothing is sent any more, and whoever holds something hears of it. */
    @Test
    void secondParentsRefusalEndsTheFirstOnesConsent() {
        PersonId child = aged(9);
        recorded(consent(
                child, it -> it.put("givenBy", Map.of("capacity", "parental-responsibility", "name", "Ada Marlow"))));
        String decision = decide(child, HUB, "identity").path("decision").asString();
        hub.settle(child, decision, HUB, "early-help-support");
        recorded(consent(child, it -> {
            it.put("decision", "refused");
            it.put("givenBy", Map.of("capacity", "parental-responsibility", "name", "Ben Marlow"));
        }));
        assertThat(decide(child, HUB, "identity").toString()).contains("consent-disputed");
        assertThat(Published.about(hub, "consent.withdrawn", child)).hasSize(1);
    }

    private static List<String> entries(PersonId child) {
        return hub.send("/log/searches", Map.of("person", child, "reason", "test"), RunningService.officer())
                .json()
                .path("entries")
                .valueStream()
                .map(it -> it.path("kind").asString())
                .toList();
    }
}
