package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Officers report a breach that is made of disclosures which they chose in the log. */
class BreachReportsIT {

    private static final String REPORTS = "/breach-reports";
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final Instant AWARE = Instant.parse("2026-11-20T16:30:00Z");

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    /** The place in the log of a delivered disclosure about a person. */
    private static long disclosed(PersonId person) {
        String decision = hub.send(
                        "/internal/decisions",
                        Bodies.decision(
                                person, "cambridgeshire-directors-office", "section-85-notice", "identity", "stay"),
                        RunningService.service())
                .json()
                .path("decision")
                .asString();
        hub.settle(person, decision, "cambridgeshire-directors-office", "section-85-notice");
        return await().atMost(SOON).until(() -> sequence(person), it -> it >= 0);
    }

    private static long sequence(PersonId person) {
        return hub.bean(JdbcClient.class)
                .sql("""
                        SELECT l.index FROM log_leaf l JOIN log_entry e ON e.id = l.entry JOIN log_value v ON v.entry = e.id
                         WHERE e.kind = 'disclosure' AND v.subject = :person
                        """)
                .param("person", person.value())
                .query((row, number) -> row.getLong("index"))
                .optional()
                .orElse(-1L);
    }

    private static Answer report(List<Long> sequences, Instant awareAt) {
        return hub.send(
                REPORTS,
                Map.of(
                        "sequences",
                        sequences,
                        "awareAt",
                        awareAt,
                        "whatHappened",
                        "Notices went to the wrong office.",
                        "consequences",
                        "The wrong office learned of two stays.",
                        "measures",
                        "It has deleted them.",
                        "toldToPeople",
                        false),
                RunningService.officer());
    }

    private static List<Map<String, String>> logged(PersonId person) {
        return hub
                .bean(JdbcClient.class)
                .sql("""
                        SELECT v.fields FROM log_entry e JOIN log_value v ON v.entry = e.id
                         WHERE e.kind = 'breach-reported' AND v.subject = :person
                        """)
                .param("person", person.value())
                .query((row, number) -> RunningService.JSON.readTree(row.getString("fields")))
                .list()
                .stream()
                .map(BreachReportsIT::values)
                .toList();
    }

    private static Map<String, String> values(JsonNode fields) {
        Map<String, String> values = new HashMap<>();
        fields.properties()
                .forEach(it -> values.put(it.getKey(), it.getValue().path(1).asString()));
        return values;
    }

    @Test
    void aReportCountsPeopleAndRecordsAndSaysWhatWasTold() throws IOException {
        PersonId one = PersonId.fresh();
        PersonId other = PersonId.fresh();
        Answer made = report(List.of(disclosed(one), disclosed(other)), AWARE);

        assertThat(made.status()).as(made.text()).isEqualTo(201);
        PublishedAnswers.assertFits("breachReport", made.text());
        JsonNode report = made.json();
        assertThat(report.path("people").valueStream().map(JsonNode::asString))
                .containsExactly(one.toString(), other.toString());
        assertThat(report.path("notifyBy").asString()).isEqualTo("2026-11-23T16:30:00Z");
        assertThat(report.path("categories").toString()).isEqualTo("[\"identity\",\"stay\"]");
        assertThat(report.at("/told/0/outcome").asString()).isEqualTo("delivered");
        for (PersonId person : Set.of(one, other)) {
            assertThat(logged(person))
                    .singleElement()
                    .satisfies(it -> assertThat(it)
                            .containsEntry("people", "2")
                            .containsEntry("records", "2")
                            .containsEntry("categories", "identity stay")
                            .containsEntry("officer", "officer.adeyemi"));
        }
        String at = REPORTS + "/" + report.path("id").asString();
        assertThat(hub.read(at, RunningService.officer()).json()).isEqualTo(report);
        assertThat(hub.read(at + "/paper", RunningService.officer()).text()).startsWith("%PDF-");
        Answer all = hub.read(REPORTS, RunningService.officer());
        PublishedAnswers.assertFits("breachReports", all.text());
        assertThat(all.json().path("items")).isNotEmpty();
    }

    @Test
    void whatIsNoDisclosureOrLiesAheadIsNamed() {
        assertThat(report(List.of(999_999L), AWARE).text())
                .contains("/sequences", "Leave out [999999]: there is no decision or disclosure.");
        assertThat(report(
                                List.of(disclosed(PersonId.fresh())),
                                Clock.systemUTC().instant().plusSeconds(3600))
                        .text())
                .contains("/awareAt");
        assertThat(hub.read(REPORTS + "/" + UUID.randomUUID(), RunningService.officer())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseIsLetIn() {
        assertThat(hub.read(REPORTS, RunningService.school()).status()).isEqualTo(403);
        assertThat(hub.read(REPORTS, Officers.officer()).status()).isEqualTo(403);
    }
}
