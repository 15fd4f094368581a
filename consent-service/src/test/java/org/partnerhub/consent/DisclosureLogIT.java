package org.partnerhub.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.consent.log.store.Sequencer;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.RecordsDeleted;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.events.Outbox;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import org.partnerhub.transparency.Checkpoint;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Proofs;
import org.partnerhub.transparency.VerificationKey;
import org.partnerhub.transparency.VerifyLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class DisclosureLogIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ORIGIN = "partnerhub.example/disclosure-log";
    private static final String[] NOTICE = {"identity", "stay"};

    private static RunningService hub;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        hub = new RunningService();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String decide(PersonId person) {
        Answer answer = hub.send(
                "/internal/decisions",
                Bodies.decision(person, "cambridgeshire-directors-office", "section-85-notice", NOTICE),
                RunningService.service());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().path("decision").asString();
    }

    private static void sealEverything() {
        JdbcClient jdbc = hub.bean(JdbcClient.class);
        await().atMost(SOON)
                .until(() -> jdbc.sql("SELECT count(*) FROM log_pending")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log_entry", "log_value", "log_leaf", "log_node", "log_checkpoint"})
    void serviceItselfCanNeitherChangeNorDeleteNorEmptyTheLog(String table) throws SQLException {
        decide(PersonId.fresh());
        String column = Map.of(
                        "log_entry", "leaf",
                        "log_value", "reference",
                        "log_leaf", "index",
                        "log_node", "index",
                        "log_checkpoint", "note")
                .getOrDefault(table, "");
        try (Connection service = hub.database.connectAsService();
                Statement statement = service.createStatement()) {
            for (String attempt : List.of(
                    "UPDATE " + table + " SET " + column + " = " + column,
                    "DELETE FROM " + table,
                    "TRUNCATE " + table + " CASCADE",
                    "DROP TABLE " + table,
                    "ALTER TABLE " + table + " DISABLE TRIGGER ALL")) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
            }
        }
    }

    @Test
    void eraserMayTakeValuesAwayAndNothingElse() throws SQLException {
        decide(PersonId.fresh());
        try (Connection eraser = hub.database.connectAsLogEraser();
                Statement statement = eraser.createStatement()) {
            for (String attempt : List.of(
                    "DELETE FROM log_entry",
                    "UPDATE log_value SET reference = NULL",
                    "TRUNCATE log_value",
                    "DELETE FROM log_leaf",
                    "SELECT * FROM consent",
                    "INSERT INTO log_checkpoint (size, note) VALUES (99, 'x')")) {
                assertThatThrownBy(() -> statement.execute(attempt))
                        .as(attempt)
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void exportVerifiesWithTheCheckpointThatAPartnerWitnessed() throws IOException {
        decide(PersonId.fresh());
        sealEverything();
        String witness = hub.read("/log/checkpoint", RunningService.school()).text();
        decide(PersonId.fresh());
        sealEverything();
        Result verified = verify(export(), witness);
        assertThat(verified.status()).as(verified.words()).isZero();
        assertThat(verified.words()).contains("VERIFIED", "holds everything that the witness saw");
    }

    @Test
    void everyKindOfTamperingWithAnExportIsFound() throws IOException {
        for (int i = 0; i < 5; i++) {
            decide(PersonId.fresh());
        }
        sealEverything();
        String witness = hub.read("/log/checkpoint", RunningService.school()).text();
        List<String> lines = export().lines().toList();
        assertThat(lines).hasSizeGreaterThan(6);
        List<String> edited = new ArrayList<>(lines);
        edited.replaceAll(line -> line.replace("section-85-notice", "early-help-support"));
        List<String> shorter = new ArrayList<>(lines);
        shorter.remove(2);
        List<String> longer = new ArrayList<>(lines);
        longer.add(3, lines.get(1));
        List<String> shuffled = new ArrayList<>(lines);
        shuffled.set(1, lines.get(2));
        shuffled.set(2, lines.get(1));
        for (List<String> tampered :
                List.of(edited, shorter, longer, shuffled, lines.subList(0, lines.size() - 1), lines.subList(0, 3))) {
            assertThat(verify(String.join("\n", tampered), witness).status()).isEqualTo(1);
        }
    }

    @Test
    void erasureOnRecordKeepsTheProofAndErasureInSecretIsFound() throws IOException, SQLException {
        PersonId person = PersonId.fresh();
        String erased = decide(person);
        sealEverything();
        String witness = hub.read("/log/checkpoint", RunningService.school()).text();
        try (Connection eraser = hub.database.connectAsLogEraser()) {
            erase(eraser, "erase_log_values('" + erased + "', ARRAY['recipient', 'purpose'], 'retention')");
            erase(eraser, "erase_log_values_about('" + person + "', NULL, 'retention')");
        }
        sealEverything();
        Result verified = verify(export(), witness);
        assertThat(verified.status()).as(verified.words()).isZero();
        assertThat(verified.words()).contains("values erased on record: ").doesNotContain("record: 0");

        String secretly = decide(PersonId.fresh());
        sealEverything();
        String before = export();
        String without = before.lines()
                .map(line ->
                        line.contains("id " + secretly) ? line.replaceFirst("\"values\":.*", "\"values\":{}}") : line)
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(verify(without, null).words()).contains("absent without an entry that records its erasure");
    }

    private static void erase(Connection eraser, String call) throws SQLException {
        try (Statement statement = eraser.createStatement()) {
            assertThat(statement.execute("SELECT " + call)).isTrue();
        }
    }

    @Test
    void erasureIsRefusedWhereItWouldHideItselfOrIsNotThere() throws SQLException {
        PersonId person = PersonId.fresh();
        String entry = decide(person);
        try (Connection eraser = hub.database.connectAsLogEraser();
                Statement statement = eraser.createStatement()) {
            assertThatThrownBy(() -> erase(eraser, "erase_log_values('" + entry + "', ARRAY['colour'], 'retention')"))
                    .hasMessageContaining("does not have every one of these fields");
            var noted = statement.executeQuery("SELECT erase_log_values('" + entry + "', NULL, 'retention')");
            assertThat(noted.next()).isTrue();
            String note = noted.getString(1);
            assertThatThrownBy(() -> erase(eraser, "erase_log_values('" + note + "', NULL, 'retention')"))
                    .hasMessageContaining("never erased");
            assertThatThrownBy(() -> erase(eraser, "erase_log_values('" + entry + "', NULL, 'retention')"))
                    .hasMessageContaining("no values left");
        }
        try (Connection service = hub.database.connectAsService();
                Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.execute("SELECT erase_log_values('" + entry + "', NULL, 'x')"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void laterCheckpointIsProvedToContinueAnEarlierOne() throws Checkpoint.NotVerified {
        decide(PersonId.fresh());
        sealEverything();
        List<VerificationKey> keys = List.of(Checkpoint.verificationKey(ORIGIN, RunningService.LOG_KEY));
        Checkpoint earlier = Checkpoint.open(
                hub.read("/log/checkpoint", RunningService.school()).text(), keys);
        decide(PersonId.fresh());
        decide(PersonId.fresh());
        sealEverything();
        Answer proved = hub.read("/log/consistency/" + earlier.size(), RunningService.school());
        assertThat(proved.status()).as(proved.text()).isEqualTo(200);
        PublishedAnswers.assertFits("consistency", proved.text());
        Checkpoint latest = Checkpoint.open(proved.json().path("checkpoint").asString(), keys);
        assertThat(latest.size()).isGreaterThan(earlier.size());
        List<Hash> path = proved.json()
                .path("hashes")
                .valueStream()
                .map(it -> Hash.ofBase64(it.asString()))
                .toList();
        assertThat(Proofs.isBeginning(earlier.size(), earlier.root(), latest.size(), latest.root(), path))
                .isTrue();
        assertThat(hub.read("/log/consistency/" + (latest.size() + 1_000_000), RunningService.school())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void otherServicesNoteThatAnOfficerLooksBeforeTheyAnswer() {
        PersonId person = PersonId.fresh();
        String token =
                TestIssuer.shared().service("referral-service", "internal.log").signed();
        Answer noted = hub.send(
                "/internal/log/officer-looks",
                Map.of(
                        "service", "referral-service",
                        "officer", "officer.adeyemi",
                        "kindOfLook", "story",
                        "reason", "Subject access request 2026/32",
                        "person", person),
                token);
        assertThat(noted.status()).as(noted.text()).isEqualTo(201);
        PublishedAnswers.assertFits("logged", noted.text());
        Answer inVain = hub.send(
                "/internal/log/officer-looks",
                Map.of(
                        "service", "referral-service",
                        "officer", "officer.adeyemi",
                        "kindOfLook", "person-search",
                        "reason", "Complaint 2026/10",
                        "terms", List.of("Marlow", " MARLOW ", "Idris")),
                token);
        assertThat(inVain.status()).as(inVain.text()).isEqualTo(201);
        JdbcClient jdbc = hub.bean(JdbcClient.class);
        String kept = jdbc.sql("SELECT fields->'terms-hash'->>1 FROM log_value WHERE entry = :entry")
                .param("entry", UUID.fromString(inVain.json().path("entry").asString()))
                .query((row, number) -> row.getString(1))
                .single();
        assertThat(kept.split(" ")).hasSize(3);
        assertThat(new HashSet<>(List.of(kept.split(" "))))
                .as("case and blanks do not count")
                .hasSize(2);
        assertThat(kept).doesNotContainIgnoringCase("marlow");
        assertThat(hub.send("/internal/log/officer-looks", Map.of("service", "referral-service"), token)
                        .status())
                .isEqualTo(400);
        Answer found =
                hub.send("/log/searches", Map.of("person", person, "reason", "Sampling"), RunningService.officer());
        assertThat(found.text()).contains("Subject access request 2026/32", "referral-service");
    }

    @Test
    void entriesBearTheCorrelationId() {
        PersonId person = PersonId.fresh();
        decide(person);
        Answer found =
                hub.send("/log/searches", Map.of("person", person, "reason", "Sampling"), RunningService.officer());
        assertThat(found.json().path("entries").valueStream())
                .allSatisfy(
                        it -> assertThat(it.path("fields").path("correlation").asString())
                                .hasSize(36));
    }

    @Test
    void officersLookIsInTheLogBeforeTheAnswer() {
        PersonId person = PersonId.fresh();
        decide(person);
        Answer found = hub.send(
                "/log/searches",
                Map.of("person", person, "reason", "Subject access request 2026/31"),
                RunningService.officer());
        assertThat(found.status()).as(found.text()).isEqualTo(200);
        PublishedAnswers.assertFits("logEntries", found.text());
        assertThat(found.json()
                        .path("entries")
                        .valueStream()
                        .map(it -> it.path("kind").asString()))
                .containsExactly("decision", "officer-looked");
        assertThat(found.text()).contains("section-85-notice", "officer.adeyemi", "Subject access request 2026/31");
    }

    @Test
    void entriesAreFoundByTheirReferenceToo() {
        PersonId person = PersonId.fresh();
        Map<String, Object> question =
                Bodies.decision(person, "cambridgeshire-directors-office", "section-85-notice", NOTICE);
        hub.send("/internal/decisions", question, RunningService.service());
        Answer found = hub.send(
                "/log/searches",
                Map.of("reference", question.get("source"), "reason", "Complaint 2026/9"),
                RunningService.officer());
        assertThat(found.text()).contains(person.toString());
    }

    @Test
    void outcomeArrivesByTheBrokerAndClosesThePermit() {
        PersonId person = PersonId.fresh();
        String decision = decide(person);
        DisclosureSettled settled = new DisclosureSettled(
                UUID.randomUUID(),
                1,
                "stay/" + UUID.randomUUID(),
                person,
                new RecipientId("cambridgeshire-directors-office"),
                new Purpose("section-85-notice"),
                DecisionId.of(decision),
                DisclosureSettled.Outcome.DELIVERED,
                "00ff",
                null,
                null,
                Clock.systemUTC().instant());
        hub.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> hub.bean(Outbox.class).publish(settled));
        JdbcClient jdbc = hub.bean(JdbcClient.class);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(jdbc.sql("SELECT coalesce(outcome, 'open') FROM permit WHERE decision = :id")
                                        .param("id", UUID.fromString(decision))
                                        .query(String.class)
                                        .single())
                                .isEqualTo("DELIVERED"));
        Answer found =
                hub.send("/log/searches", Map.of("person", person, "reason", "Sampling"), RunningService.officer());
        assertThat(found.json()
                        .path("entries")
                        .valueStream()
                        .map(it -> it.path("kind").asString()))
                .containsExactly("decision", "disclosure", "officer-looked");
    }

    @Test
    void thatRecordsWereDeletedIsAnEntryOfThePersonsLog() {
        PersonId person = PersonId.fresh();
        RecordsDeleted deleted =
                new RecordsDeleted(person, 12, 1, Clock.systemUTC().instant());

        hub.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> hub.bean(Outbox.class).publish(deleted));

        await().atMost(SOON).untilAsserted(() -> {
            Answer found =
                    hub.send("/log/searches", Map.of("person", person, "reason", "Sampling"), RunningService.officer());
            var entry = found.json()
                    .path("entries")
                    .valueStream()
                    .filter(it -> it.path("kind").asString().equals("records-deleted"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The looks of this test alone are there."));
            assertThat(entry.path("fields").path("contributions").asString()).isEqualTo("12");
            assertThat(entry.path("fields").path("attachments").asString()).isEqualTo("1");
        });
    }

    /** Two instances sequence at once: one order, no entry lost, no entry twice. */
    @Test
    void severalSequencersMakeOneLog() throws Exception {
        var other = hub.startInstance("--hub.log.sequence-every=20ms");
        Thread[] deciders = new Thread[4];
        for (int i = 0; i < deciders.length; i++) {
            deciders[i] = Thread.startVirtualThread(() -> {
                for (int n = 0; n < 25; n++) {
                    decide(PersonId.fresh());
                    other.getBean(Sequencer.class).integrate();
                }
            });
        }
        for (Thread decider : deciders) {
            decider.join();
        }
        sealEverything();
        JdbcClient jdbc = hub.bean(JdbcClient.class);
        assertThat(jdbc.sql("SELECT count(*) FROM log_entry e LEFT JOIN log_leaf l ON l.entry = e.id WHERE l IS NULL")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(verify(export(), null).status()).isZero();
    }

    private static String export() {
        Answer answer = hub.send("/log/exports", Map.of("reason", "Quarterly verification"), RunningService.officer());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text();
    }

    private record Result(int status, String words) {}

    private Result verify(String export, @Nullable String witness) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file(export)));
        arguments.addAll(List.of(
                "--key",
                Checkpoint.verificationKey(ORIGIN, RunningService.LOG_KEY).toString()));
        if (witness != null) {
            arguments.addAll(List.of("--witness", file(witness)));
        }
        ByteArrayOutputStream words = new ByteArrayOutputStream();
        int status = VerifyLog.run(arguments, new PrintStream(words, true, StandardCharsets.UTF_8));
        return new Result(status, words.toString(StandardCharsets.UTF_8));
    }

    private String file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "log", ""), text).toString();
    }
}
