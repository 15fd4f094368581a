package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Governance officers keep the agreements; decisions go by them. The constabulary has none of its own in the demonstration. */
class AgreementsIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String POLICE = "cambridgeshire-constabulary";
    private static final MovableClock CLOCK = new MovableClock();

    private static RunningService hub;

    @BeforeAll
    static void start() {
        String[] settings = {
            "--hub.agreement.look-every=100ms", "--hub.directory.good-for=36500d", "--hub.log.stop-consent-after=36500d"
        };
        hub = new RunningService(CLOCK, settings);
        hub.startInstance(settings);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void moveBack() {
        CLOCK.moveBack();
    }

    private static String fresh() {
        return "ISA-" + UUID.randomUUID();
    }

    private static Map<String, Object> terms(LocalDate from, LocalDate until) {
        return new HashMap<>(Map.of(
                "purposes",
                List.of("early-help-support", "education-support"),
                "categories",
                List.of("identity", "voice", "plan"),
                "from",
                from,
                "until",
                until,
                "reviewOn",
                until,
                "signedBy",
                List.of("Data Protection Officer", "Caldicott Guardian")));
    }

    private static Map<String, Object> agreement(String reference, String partner) {
        Map<String, Object> body = terms(CLOCK.today(), CLOCK.today().plusYears(1));
        body.put("reference", reference);
        body.put("partner", partner);
        return body;
    }

    @Test
    void servicesHearWithWhomOneIsInForceTodayAndNothingOfItsTerms() {
        LocalDate last = CLOCK.today().plusYears(40);
        enter(agreement(fresh(), POLICE));
        Map<String, Object> longest = agreement(fresh(), POLICE);
        longest.put("until", last);
        enter(longest);
        Map<String, Object> notBegun = agreement(fresh(), POLICE);
        notBegun.put("from", CLOCK.today().plusDays(1));
        notBegun.put("until", last.plusYears(20));
        enter(notBegun);

        Answer answer = hub.read("/internal/agreements/in-force", RunningService.service());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json()
                        .path("items")
                        .valueStream()
                        .filter(it -> it.path("partner").asString().equals(POLICE)))
                .singleElement()
                .satisfies(it -> assertThat(it.path("until").asString()).isEqualTo(last.toString()));
        assertThat(answer.text()).doesNotContain("ISA-", "early-help");
        assertThat(hub.read("/internal/agreements/in-force", RunningService.officer())
                        .status())
                .isEqualTo(403);
    }

    private static Map<String, Object> change(LocalDate from, LocalDate until, String reason) {
        Map<String, Object> body = terms(from, until);
        body.put("reason", reason);
        return body;
    }

    private static void enter(Map<String, Object> agreement) {
        Answer answer = hub.send("/agreements", agreement, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        PublishedAnswers.assertFits("agreement", answer.text());
    }

    private static JsonNode read(String path) {
        Answer answer = hub.read(path, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> references(String query) {
        Answer answer = hub.read("/agreements" + query, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("agreements", answer.text());
        return answer.json()
                .path("items")
                .valueStream()
                .map(it -> it.path("reference").asString())
                .toList();
    }

    private static List<Map<String, String>> logged(String kind) {
        return hub.bean(JdbcClient.class)
                .sql("""
                        SELECT v.fields FROM log_entry e JOIN log_value v ON v.entry = e.id WHERE e.kind = :kind ORDER BY e.at
                        """)
                .param("kind", kind)
                .query((row, number) -> {
                    Map<String, String> fields = new HashMap<>();
                    RunningService.JSON
                            .readTree(row.getString("fields"))
                            .properties()
                            .forEach(it -> fields.put(
                                    it.getKey(), it.getValue().path(1).asString()));
                    return fields;
                })
                .list();
    }

    private static JsonNode decide(PersonId child, String recipient, String purpose, String... categories) {
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(child, recipient, purpose, categories),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    // deciding

    @Test
    void withoutAnAgreementInForceNothingGoesWhateverTheConsentAndNoticesNeedNone() {
        String partner = "cambridgeshire-county-council";
        PersonId child = PersonId.fresh();
        hub.knows(child, CLOCK.today().minusYears(15).minusDays(40), false);
        Map<String, Object> consent = Bodies.consent(child);
        consent.put("from", CLOCK.today());
        consent.put("until", CLOCK.today().plusYears(2));
        assertThat(hub.send("/consents", consent, RunningService.school()).status())
                .isEqualTo(201);
        String recipient = "early-help-hub-cambridgeshire";
        assertThat(decide(child, recipient, "early-help-support", "identity")
                        .path("outcome")
                        .asString())
                .isEqualTo("PERMIT");
        JsonNode kept = read("/agreements/ISA-2026-001");

        Map<String, Object> ended = new HashMap<>(Map.of(
                "reason",
                "Ended by the council",
                "purposes",
                codes(kept.path("purposes")),
                "categories",
                codes(kept.path("categories")),
                "from",
                "2026-01-01",
                "until",
                CLOCK.today().minusDays(1),
                "reviewOn",
                "2026-02-01",
                "signedBy",
                List.of("Caldicott Guardian")));
        Answer changed = hub.put("/agreements/ISA-2026-001", ended, RunningService.officer());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().path("state").asString()).isEqualTo("lapsed");

        JsonNode refused = decide(child, recipient, "early-help-support", "identity");
        assertThat(refused.path("outcome").asString()).isEqualTo("REFUSE");
        assertThat(refused.path("missing").asString()).isEqualTo("AGREEMENT");
        assertThat(decide(child, "cambridgeshire-directors-office", "section-85-notice", "identity", "stay")
                        .path("outcome")
                        .asString())
                .isEqualTo("PERMIT");

        ended.put("until", CLOCK.today().plusYears(1));
        ended.put("reason", "It goes on after all");
        hub.put("/agreements/ISA-2026-001", ended, RunningService.officer());
        assertThat(decide(child, recipient, "early-help-support", "identity")
                        .path("outcome")
                        .asString())
                .isEqualTo("PERMIT");
        assertThat(Published.about(hub, "agreement.changed", partner))
                .as("what waits for one is decided again")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<String> codes(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    // entering and changing

    @Test
    void whoeverHadAnOlderVersionBeforeThemChangesNothing() {
        String reference = fresh();
        enter(agreement(reference, POLICE));
        Map<String, Object> first = change(CLOCK.today(), CLOCK.today().plusYears(2), "Extended at review");
        first.put("version", 1);
        Map<String, Object> second = change(CLOCK.today(), CLOCK.today().plusMonths(1), "Ended by the board");
        second.put("version", 1);

        assertThat(hub.put("/agreements/" + reference, first, RunningService.officer())
                        .status())
                .isEqualTo(200);
        Answer late = hub.put("/agreements/" + reference, second, RunningService.officer());

        assertThat(late.status()).as(late.text()).isEqualTo(409);
        assertThat(read("/agreements/" + reference).path("until").asString())
                .isEqualTo(CLOCK.today().plusYears(2).toString());
        assertThat(hub.put("/agreements/" + reference, first, RunningService.officer())
                        .status())
                .as("the same once more")
                .isEqualTo(200);
    }

    @Test
    void enteredAgreementIsReadWithItsHistoryAndLogged() {
        String reference = fresh();
        enter(agreement(reference, POLICE));
        Map<String, Object> longer = change(CLOCK.today(), CLOCK.today().plusYears(2), "Extended for a year at review");
        Answer changed = hub.put("/agreements/" + reference, longer, RunningService.officer());
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        PublishedAnswers.assertFits("agreement", changed.text());

        JsonNode read = read("/agreements/" + reference);
        assertThat(read).isEqualTo(changed.json());
        assertThat(read.path("version").asInt()).isEqualTo(2);
        assertThat(read.path("partner").asString()).isEqualTo(POLICE);
        assertThat(read.path("state").asString()).isEqualTo("in-force");
        assertThat(read.path("history")).hasSize(2);
        assertThat(read.at("/history/0/until").asString())
                .isEqualTo(CLOCK.today().plusYears(1).toString());
        assertThat(read.at("/history/1/recordedBy").asString()).isEqualTo("officer.adeyemi");
        assertThat(logged("agreement-changed").stream()
                        .filter(it -> reference.equals(it.get("agreement")))
                        .map(it -> it.get("version") + " " + it.get("officer") + " " + it.get("reason")))
                .containsExactly("1 officer.adeyemi null", "2 officer.adeyemi Extended for a year at review");
        assertThat(hub.put("/agreements/" + reference, longer, RunningService.officer())
                        .json())
                .as("the same once more changes nothing")
                .isEqualTo(changed.json());
    }

    @Test
    void referenceIsTakenOnceEvenAtOnce() throws InterruptedException {
        String reference = fresh();
        List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        List<Thread> officers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            officers.add(Thread.startVirtualThread(
                    () -> statuses.add(hub.send("/agreements", agreement(reference, POLICE), RunningService.officer())
                            .status())));
        }
        for (Thread officer : officers) {
            officer.join();
        }
        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(read("/agreements/" + reference).path("history")).hasSize(1);
    }

    static Stream<Arguments> nonsense() {
        return Stream.of(
                nonsense("a stranger", it -> it.put("partner", "stranger"), "/partner"),
                nonsense(
                        "an unknown purpose",
                        it -> it.put("purposes", List.of("early-help-support", "astrology")),
                        "/purposes"),
                nonsense(
                        "a category never carried",
                        it -> it.put("categories", List.of("identity", "legal-status")),
                        "/categories"),
                nonsense(
                        "an end before the start",
                        it -> {
                            it.put("until", "2020-01-01");
                            it.put("from", "2020-01-02");
                            it.put("reviewOn", "2020-01-02");
                        },
                        "/until",
                        "/reviewOn"),
                nonsense("a review after the end", it -> it.put("reviewOn", "2090-01-01"), "/reviewOn"),
                nonsense("nobody signed", it -> it.put("signedBy", List.of()), "/signedBy"),
                nonsense("no reference", it -> it.put("reference", "?"), "/reference"),
                nonsense("a misspelt field", it -> it.put("catgories", List.of()), "/catgories"));
    }

    private static Arguments nonsense(String what, Consumer<Map<String, Object>> change, String... pointers) {
        return Arguments.of(what, change, List.of(pointers));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void nonsenseIsRefusedWithTheFieldAndTheReason(
            String what, Consumer<Map<String, Object>> change, List<String> pointers) {
        Map<String, Object> body = agreement(fresh(), POLICE);
        change.accept(body);
        Answer answer = hub.send("/agreements", body, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("pointer").asString()))
                .containsExactlyInAnyOrderElementsOf(pointers);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(hub.read("/agreements/" + fresh(), RunningService.officer()).status())
                .isEqualTo(404);
        assertThat(hub.put(
                                "/agreements/" + fresh(),
                                change(CLOCK.today(), CLOCK.today(), "x"),
                                RunningService.officer())
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /agreements, agreement.write", "GET, /agreements/ISA-2026-001, agreement.write",
        "POST, /agreements, agreement.read", "PUT, /agreements/ISA-2026-001, agreement.read"
    })
    void onlyOfficersWithTheScopeAreLetIn(String method, String path, String wrong) {
        Map<String, Object> body = method.equals("PUT")
                ? change(CLOCK.today(), CLOCK.today().plusDays(1), "x")
                : agreement(fresh(), POLICE);
        String officer = TestIssuer.shared()
                .officer("officer.brook", "governance-officer", wrong)
                .signed();
        for (String token : List.of(officer, RunningService.school())) {
            Answer answer = switch (method) {
                case "GET" -> hub.read(path, token);
                case "PUT" -> hub.put(path, body, token);
                default -> hub.send(path, body, token);
            };
            assertThat(answer.status()).isEqualTo(403);
        }
    }

    // the register

    @Test
    void registerIsFilteredAndPagedAndEachLookIsLogged() {
        String soon = fresh();
        String later = fresh();
        String past = fresh();
        Map<String, Object> lapsing = agreement(soon, POLICE);
        lapsing.putAll(terms(CLOCK.today(), CLOCK.today().plusDays(59)));
        enter(lapsing);
        Map<String, Object> begins = agreement(later, POLICE);
        begins.putAll(terms(CLOCK.today().plusDays(1), CLOCK.today().plusYears(1)));
        enter(begins);
        Map<String, Object> over = agreement(past, POLICE);
        over.putAll(terms(CLOCK.today().minusYears(1), CLOCK.today().minusDays(1)));
        enter(over);
        int before = looks();

        assertThat(references("?state=lapsing")).contains(soon).doesNotContain(later, past, "ISA-2026-003");
        assertThat(references("?state=lapsed")).contains(past).doesNotContain(soon, later);
        assertThat(references("?state=not-begun")).contains(later).doesNotContain(soon, past);
        assertThat(references("?state=in-force")).contains(soon, "ISA-2026-003").doesNotContain(later, past);
        assertThat(references("?partner=cpft")).containsExactly("ISA-2026-003");
        assertThat(looks()).isEqualTo(before + 5);

        List<String> all = references("?limit=200");
        List<String> paged = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = read("/agreements?limit=2" + after);
            page.path("items").forEach(it -> paged.add(it.path("reference").asString()));
            after = page.has("next") ? "&after=" + page.path("next").asString() : null;
        } while (after != null);
        assertThat(paged).isEqualTo(all);
    }

    @ParameterizedTest
    @CsvSource({"?limit=0", "?limit=201", "?limit=many", "?state=gone", "?partner=Mirabel%20Marlow"})
    void questionThatMakesNoSenseIsRefusedAndNotRepeatedInTheLog(String query) {
        int before = looks();
        Answer answer = hub.read("/agreements" + query, RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).doesNotContain("Mirabel");
        assertThat(looks()).isEqualTo(before);
    }

    private static int looks() {
        return (int) logged("officer-looked").stream()
                .filter(it -> "agreements".equals(it.get("kind-of-look")))
                .count();
    }

    // warnings

    @Test
    void officersAreWarnedOnceBeforeItLapsesAndOnceWhenItHas() {
        String reference = fresh();
        LocalDate start = CLOCK.today();
        Map<String, Object> body = agreement(reference, POLICE);
        body.putAll(terms(start, start.plusDays(100)));
        // nothing else covers this one, so nothing continues it
        body.put("categories", List.of("identity", "contact"));
        enter(body);

        CLOCK.moveTo(start.plusDays(40));
        await().atMost(SOON).until(() -> warnings(reference).equals(List.of("lapsing")));
        // the other instance may have warned; each counts when it looks itself
        await().atMost(SOON)
                .until(() -> hub.bean(MeterRegistry.class)
                                .get("hub.agreements.lapsing")
                                .gauge()
                                .value()
                        >= 1);
        CLOCK.moveTo(start.plusDays(41));
        CLOCK.moveTo(start.plusDays(101));
        await().atMost(SOON).until(() -> warnings(reference).contains("lapsed"));
        assertThat(warnings(reference)).containsExactly("lapsing", "lapsed");

        Map<String, Object> longer = change(start, start.plusDays(1000), "Extended late");
        longer.put("categories", List.of("identity", "contact"));
        assertThat(hub.put("/agreements/" + reference, longer, RunningService.officer())
                        .status())
                .isEqualTo(200);
        CLOCK.moveTo(start.plusDays(950));
        await().atMost(SOON).until(() -> warnings(reference).equals(List.of("lapsing", "lapsed", "lapsing")));
    }

    /** What was parked for want of one goes on when its first day comes, as when it was entered. */
    @Test
    void agreementThatBeginsLaterIsToldOnItsFirstDay() {
        String reference = fresh();
        LocalDate start = CLOCK.today();
        Map<String, Object> body = agreement(reference, POLICE);
        body.putAll(terms(start.plusDays(3), start.plusDays(300)));
        enter(body);
        int before = Published.about(hub, "agreement.changed", POLICE).size();
        CLOCK.moveTo(start.plusDays(3));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Published.about(hub, "agreement.changed", POLICE))
                        .hasSizeGreaterThan(before));
        assertThat(references("?state=in-force&partner=" + POLICE)).contains(reference);
    }

    private static List<String> warnings(String reference) {
        return logged("agreement-lapsing").stream()
                .filter(it -> reference.equals(it.get("agreement")))
                .map(it -> it.get("warning"))
                .filter(it -> !"review-due".equals(it))
                .toList();
    }
}
