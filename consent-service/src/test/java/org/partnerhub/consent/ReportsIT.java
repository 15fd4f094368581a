package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
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

/** Figures over days that are over come from their counts, today's from the log; together nothing is missed or counted twice. */
class ReportsIT {

    private static final String OFFICE = "cambridgeshire-directors-office";
    private static final String NOTICE = "section-85-notice";
    private static final MovableClock CLOCK = new MovableClock();

    private static RunningService hub;
    private static YearMonth now;

    @BeforeAll
    static void start() {
        hub = new RunningService(CLOCK, "--hub.report.count-every=200ms", "--hub.directory.good-for=36500d");
        LocalDate today = CLOCK.today();
        now = YearMonth.from(today);
        CLOCK.moveTo(today.minusDays(40));
        tell();
        tell();
        CLOCK.moveTo(today.minusDays(39));
        tell();
        CLOCK.moveBack();
        tell();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void tell() {
        PersonId person = PersonId.fresh();
        Answer decided = hub.send(
                "/internal/decisions",
                Bodies.decision(person, OFFICE, NOTICE, "identity", "stay"),
                RunningService.service());
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        hub.settle(person, decided.json().path("decision").asString(), OFFICE, NOTICE);
    }

    private static String officer() {
        return TestIssuer.shared()
                .officer("officer.adeyemi", "governance-officer", "report.read")
                .signed();
    }

    private static long told(String by, String part) {
        Answer answer =
                hub.read("/reports/disclosures?from=" + now.minusMonths(3) + "&to=" + now + "&by=" + by, officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("disclosureReport", answer.text());
        return answer.json()
                .path("rows")
                .valueStream()
                .filter(it -> it.path("part").asString().equals(part))
                .mapToLong(it -> it.path("disclosures").asLong())
                .sum();
    }

    private static long countedDays() {
        return hub.bean(JdbcClient.class)
                .sql("SELECT coalesce(sum(disclosures), 0) FROM disclosure_day")
                .query(Long.class)
                .single();
    }

    @Test
    void everyDisclosureCountsOnceWhicheverWayItIsBrokenDown() {
        await().atMost(Duration.ofSeconds(20)).until(() -> countedDays() == 3);

        assertThat(told("ground", "statutory-duty")).isEqualTo(4);
        assertThat(told("purpose", NOTICE)).isEqualTo(4);
        assertThat(told("recipient", OFFICE)).isEqualTo(4);
        assertThat(told("partner", "cambridgeshire-county-council")).isEqualTo(4);
    }

    @Test
    void aPersonCountsOnceForAPurposeAndWhatTheyRefusedLastIsRefused() {
        PersonId agreed = PersonId.fresh();
        PersonId withdrew = PersonId.fresh();
        PersonId refused = PersonId.fresh();
        PersonId changedTheirMind = PersonId.fresh();
        List.of(agreed, withdrew, refused, changedTheirMind)
                .forEach(it -> hub.knows(it, LocalDate.of(2011, 3, 1), false));
        record(agreed, Map.of());
        record(agreed, Map.of());
        String second = record(withdrew, Map.of());
        record(refused, Map.of("decision", "refused"));
        record(changedTheirMind, Map.of());
        record(changedTheirMind, Map.of("decision", "refused"));
        Answer withdrawal = hub.send(
                "/consents/" + second + "/withdrawal",
                Map.of("reason", "I changed my mind.", "withdrawnBy", Map.of("capacity", "gillick-competent")),
                fenland());
        assertThat(withdrawal.status()).as(withdrawal.text()).isLessThan(300);

        JsonNode row = coverage("early-help-support");

        assertThat(row.path("people").asInt()).isEqualTo(4);
        assertThat(row.path("inForce").asInt()).isEqualTo(1);
        assertThat(row.path("endsSoon").asInt()).isZero();
        assertThat(row.path("withdrawn").asInt()).isEqualTo(1);
        assertThat(row.path("refused").asInt()).isEqualTo(2);
    }

    private static String record(PersonId person, Map<String, Object> different) {
        Map<String, Object> body = new HashMap<>(Bodies.consent(person));
        body.putAll(different);
        Answer recorded = hub.send("/consents", body, fenland());
        assertThat(recorded.status()).as(recorded.text()).isEqualTo(201);
        return recorded.json().path("id").asString();
    }

    private static String fenland() {
        return TestIssuer.shared()
                .partner("fenland-academy", "consent.write", "consent.read")
                .signed();
    }

    private static JsonNode coverage(String purpose) {
        Answer answer = hub.read("/reports/consent-coverage", officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("consentCoverage", answer.text());
        return answer.json()
                .path("rows")
                .valueStream()
                .filter(it -> it.path("purpose").asString().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePurposesAreThePolicys() {
        Answer answer = hub.read("/purposes", officer());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("purposes", answer.text());
        assertThat(answer.text()).contains("\"early-help-support\"", "Early help for a child and their family");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports/disclosures?from=2026-11&to=2026-11", "/reports/consent-coverage"})
    void partnersAndOperatorsSeeNone(String path) {
        String partner =
                TestIssuer.shared().partner("fenland-academy", "report.read").signed();
        String operator = TestIssuer.shared()
                .officer("operator.davies", "operator", "report.read")
                .signed();

        assertThat(hub.read(path, partner).status()).isEqualTo(403);
        assertThat(hub.read(path, operator).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?from=2026-11&to=2026-10", "?from=x&to=2026-11", "?from=2026-11&to=2026-11&by=child"})
    void wrongQuestionsAreRefused(String query) {
        assertThat(hub.read("/reports/disclosures" + query, officer()).status()).isEqualTo(400);
    }
}
