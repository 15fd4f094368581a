package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Officers draw entries of the log at random, anybody can draw the same again, and what is found is kept. */
class AuditSamplesIT {

    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String SAMPLES = "/log/samples";
    private static final String[] NOTICE = {"identity", "contact", "stay"};
    private static final Map<String, String> ALL_WELL = Map.of(
            "ground-holds", "yes",
            "right-recipient", "yes",
            "only-what-was-needed", "yes",
            "in-time", "yes",
            "reason-can-be-followed", "yes",
            "child-was-heard", "not-applicable");

    private static RunningService hub;

    @BeforeAll
    static void start() {
        hub = new RunningService();
        for (int i = 0; i < 12; i++) {
            decide("cambridgeshire-directors-office");
        }
        decide("peterborough-directors-office"); // not in the directory of these tests, so refused
        await().atMost(SOON)
                .until(() -> hub.bean(JdbcClient.class)
                                .sql("SELECT count(*) FROM log_pending")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static void decide(String recipient) {
        PersonId person = PersonId.fresh();
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(person, recipient, "section-85-notice", NOTICE),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static Map<String, Object> wish(int size, Map<String, Object> more) {
        String today = LocalDate.now(ZoneId.of("Europe/London")).toString();
        Map<String, Object> wish = new HashMap<>(
                Map.of("reason", "Monthly audit of notices", "size", size, "from", today, "until", today));
        wish.putAll(more);
        return wish;
    }

    private static JsonNode draw(int size, Map<String, Object> more) {
        Answer answer = hub.send(SAMPLES, wish(size, more), RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        PublishedAnswers.assertFits("logSample", answer.text());
        return answer.json();
    }

    private static JsonNode read(JsonNode sample) {
        Answer answer = hub.read(SAMPLES + "/" + sample.path("id").asString(), RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        PublishedAnswers.assertFits("logSample", answer.text());
        return answer.json();
    }

    private static List<Long> sequences(JsonNode sample) {
        return sample.path("entries")
                .valueStream()
                .map(it -> it.path("sequence").asLong())
                .toList();
    }

    private static Answer find(JsonNode sample, long sequence, Map<String, Object> finding) {
        return hub.put(
                SAMPLES + "/" + sample.path("id").asString() + "/findings/" + sequence,
                finding,
                RunningService.officer());
    }

    private static List<Map<String, String>> logged(String kind, JsonNode sample) {
        return hub
                .bean(JdbcClient.class)
                .sql("""
                        SELECT v.fields FROM log_entry e JOIN log_value v ON v.entry = e.id
                         WHERE e.kind = :kind AND v.reference = :reference ORDER BY e.at
                        """)
                .param("kind", kind)
                .param("reference", "sample/" + sample.path("id").asString())
                .query((row, number) -> RunningService.JSON.readTree(row.getString("fields")))
                .list()
                .stream()
                .map(AuditSamplesIT::values)
                .toList();
    }

    private static Map<String, String> values(JsonNode fields) {
        Map<String, String> values = new HashMap<>();
        fields.properties()
                .forEach(it -> values.put(it.getKey(), it.getValue().path(1).asString()));
        return values;
    }

    private static String hash(String seed, long sequence) {
        try {
            byte[] text = (seed + ":" + sequence).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    @Test
    void whoeverHasTheLogCanDrawTheSameEntriesFromTheSeed() {
        JsonNode sample = draw(5, Map.of("seed", "october-2026"));

        List<Long> decisions = hub.bean(JdbcClient.class)
                .sql("""
                        SELECT l.index FROM log_leaf l JOIN log_entry e ON e.id = l.entry
                         WHERE e.kind IN ('decision', 'refusal', 'disclosure') AND l.index < :size
                        """)
                .param("size", sample.path("logSize").asLong())
                .query((row, number) -> row.getLong("index"))
                .list();
        assertThat(sample.path("population").asInt()).isEqualTo(decisions.size());
        assertThat(sequences(sample))
                .isEqualTo(decisions.stream()
                        .sorted(Comparator.comparing(it -> hash("october-2026", it)))
                        .limit(5)
                        .toList());
        assertThat(sequences(draw(5, Map.of("seed", "october-2026")))).isEqualTo(sequences(sample));
        assertThat(sequences(draw(5, Map.of("seed", "november-2026")))).isNotEqualTo(sequences(sample));
        assertThat(draw(5, Map.of()).path("seed").asString()).matches("[0-9a-f]{16}");
    }

    @Test
    void aSampleIsDrawnAmongWhatPassesTheFilter() {
        JsonNode one = draw(50, Map.of("filter", Map.of("recipient", "peterborough-directors-office")));

        assertThat(one.path("population").asInt()).isEqualTo(1);
        assertThat(one.at("/summary/drawn").asInt()).isEqualTo(1);
        assertThat(one.at("/entries/0/entry/fields/recipient").asString()).isEqualTo("peterborough-directors-office");
        assertThat(one.at("/filter/kinds").size()).isEqualTo(3);
        Map.<Map<String, Object>, Integer>of(
                        Map.of("purpose", "section-85-notice"), 13,
                        Map.of("category", "stay"), 13,
                        Map.of("outcome", "refuse"), 1,
                        Map.of("ground", "statutory-duty"), 12,
                        Map.of("kinds", List.of("decision")), 12)
                .forEach((filter, expected) -> assertThat(draw(50, Map.of("filter", filter))
                                .path("population")
                                .asInt())
                        .as("%s", filter)
                        .isEqualTo(expected));
    }

    @Test
    void theDrawIsInTheLogAndUnderEveryPersonWhoseEntriesAreSeen() {
        JsonNode sample = draw(3, Map.of("seed", "logged"));

        assertThat(logged("sample-drawn", sample))
                .singleElement()
                .satisfies(it -> assertThat(it)
                        .containsEntry("officer", "officer.adeyemi")
                        .containsEntry("reason", "Monthly audit of notices")
                        .containsEntry("seed", "logged")
                        .containsEntry("drawn", "3")
                        .containsEntry("kinds", "decision disclosure refusal"));
        assertThat(logged("officer-looked", sample).stream().map(it -> it.get("subject")))
                .containsExactlyInAnyOrderElementsOf(sample.path("entries")
                        .valueStream()
                        .map(it -> it.at("/entry/fields/subject").asString())
                        .toList());
        read(sample);
        assertThat(logged("officer-looked", sample).stream().filter(it -> !it.containsKey("subject")))
                .singleElement()
                .satisfies(it -> assertThat(it).containsEntry("kind-of-look", "sample"));
    }

    @Test
    void findingsAreCountedAndKeptInTheLog() {
        JsonNode sample = draw(2, Map.of());
        List<Long> drawn = sequences(sample);
        Map<String, String> notWell = new HashMap<>(ALL_WELL);
        notWell.put("in-time", "no");

        Answer first = find(sample, drawn.getFirst(), Map.of("version", 0, "answers", ALL_WELL));
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        PublishedAnswers.assertFits("sampleFinding", first.text());
        find(sample, drawn.getLast(), Map.of("version", 0, "answers", notWell, "note", "It went on the third day."));

        JsonNode found = read(sample);
        assertThat(found.path("summary").toString()).startsWith("{\"drawn\":2,\"examined\":2,\"withConcerns\":1,");
        assertThat(found.at("/summary/questions/3").toString())
                .isEqualTo("{\"code\":\"in-time\",\"yes\":1,\"no\":1,\"notApplicable\":0}");
        assertThat(found.at("/entries/1/finding/note").asString()).isEqualTo("It went on the third day.");
        assertThat(logged("sample-finding", sample))
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it)
                        .containsEntry("no", "in-time")
                        .containsEntry("not-applicable", "child-was-heard")
                        .containsEntry("reason", "It went on the third day."));
    }

    @Test
    void ofTwoWhoReadTheSameTheSecondIsTurnedAway() {
        JsonNode sample = draw(1, Map.of());
        long sequence = sequences(sample).getFirst();

        assertThat(find(sample, sequence, Map.of("version", 0, "answers", ALL_WELL))
                        .status())
                .isEqualTo(200);
        assertThat(find(sample, sequence, Map.of("version", 0, "answers", ALL_WELL))
                        .status())
                .isEqualTo(409);
        assertThat(find(sample, sequence, Map.of("version", 2, "answers", ALL_WELL))
                        .status())
                .isEqualTo(409);
        assertThat(find(sample, sequence, Map.of("version", 1, "answers", ALL_WELL))
                        .json()
                        .path("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(read(sample).at("/entries/0/finding/version").asInt()).isEqualTo(2);
        assertThat(logged("sample-finding", sample)).hasSize(2);
    }

    @Test
    void nonsenseIsNamed() {
        JsonNode sample = draw(1, Map.of());
        long sequence = sequences(sample).getFirst();

        assertThat(find(sample, sequence, Map.of("version", 0, "answers", Map.of("in-time", "no")))
                        .text())
                .contains("/answers/ground-holds", "/note");
        assertThat(find(sample, 999_999, Map.of("version", 0, "answers", ALL_WELL))
                        .status())
                .isEqualTo(404);
        assertThat(hub.read(SAMPLES + "/" + UUID.randomUUID(), RunningService.officer())
                        .status())
                .isEqualTo(404);
        Stream.of(
                        Map.<String, Object>of("until", "2036-01-01"),
                        Map.<String, Object>of("filter", Map.of("kinds", List.of("gossip"))),
                        Map.<String, Object>of("filter", Map.of("recipient", "mash-peterborough")),
                        Map.<String, Object>of("seed", "no blanks"))
                .forEach(wrong -> assertThat(hub.send(SAMPLES, wish(1, wrong), RunningService.officer())
                                .status())
                        .as("%s", wrong)
                        .isEqualTo(400));
    }

    @Test
    void samplesAreListedNewestFirstPageByPage() {
        String older = draw(1, Map.of()).path("id").asString();
        String newer = draw(1, Map.of()).path("id").asString();

        Answer first = hub.read(SAMPLES + "?limit=1", RunningService.officer());
        PublishedAnswers.assertFits("logSamples", first.text());
        assertThat(first.json().at("/items/0/id").asString()).isEqualTo(newer);
        assertThat(first.json().at("/items/0/entries").isMissingNode()).isTrue();
        assertThat(hub.read(
                                SAMPLES + "?limit=1&after="
                                        + first.json().path("next").asString(),
                                RunningService.officer())
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(older);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /log/samples",
        "POST, /log/samples",
        "PUT, /log/samples/0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11/findings/1"
    })
    void onlyOfficersWithTheScopeAreLetIn(String method, String path) {
        String officer = TestIssuer.shared()
                .officer("officer.brook", "governance-officer", "log.read")
                .signed();
        for (String token : List.of(officer, RunningService.school())) {
            Answer answer = switch (method) {
                case "GET" -> hub.read(path, token);
                case "PUT" -> hub.put(path, Map.of("version", 0, "answers", ALL_WELL), token);
                default -> hub.send(path, wish(1, Map.of()), token);
            };
            assertThat(answer.status()).isEqualTo(403);
        }
    }
}
