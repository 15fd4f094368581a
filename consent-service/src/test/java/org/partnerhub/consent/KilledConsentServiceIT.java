package org.partnerhub.consent;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.transparency.Checkpoint;
import org.partnerhub.transparency.Hash;
import org.partnerhub.transparency.Tree;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Real processes are killed in the middle of deciding, withdrawing and integrating; another carries on from PostgreSQL. */
class KilledConsentServiceIT {

    private static final int KILLS = "full".equals(System.getProperty("hub.proof")) ? 100 : 2;
    private static final int CLIENTS = 6;
    private static final String HUB = "early-help-hub-cambridgeshire";
    private static final String ORIGIN = "partnerhub.example/disclosure-log";

    private static RunningService hub;

    @TempDir
    Path folder;

    private final Queue<String> permits = new ConcurrentLinkedQueue<>();
    private final Queue<Consented> consents = new ConcurrentLinkedQueue<>();
    private final Queue<Consented> withdrawn = new ConcurrentLinkedQueue<>();
    private final Queue<String> checkpoints = new ConcurrentLinkedQueue<>();

    /** What a client was told: only what was answered counts. */
    private record Consented(PersonId child, String consent) {}

    /** How many calls of each kind were answered. */
    private record Answered(int permits, int withdrawn, int checkpoints) {

        static Answered now(KilledConsentServiceIT test) {
            return new Answered(test.permits.size(), test.withdrawn.size(), test.checkpoints.size());
        }

        boolean beyond(Answered before) {
            return permits > before.permits && withdrawn > before.withdrawn && checkpoints > before.checkpoints;
        }
    }

    @BeforeAll
    static void start() {
        hub = new RunningService("--hub.withdrawal.finish-every=1s");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    @Tag("proof-killed-consent-service")
    void killedAtAnyPointItLosesNothingAndForksNothing() throws InterruptedException {
        long begun = System.nanoTime();
        for (int kill = 0; kill < KILLS; kill++) {
            ServiceProcess process = new ServiceProcess(
                    hub.settings("--hub.log.sequence-every=10ms", "--hub.withdrawal.finish-every=1s"),
                    folder.resolve("service.log"));
            try {
                await().atMost(Duration.ofMinutes(2))
                        .pollInterval(Duration.ofMillis(50))
                        .until(process::isReady);
                Answered before = Answered.now(this);
                List<Thread> clients = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    clients.add(Thread.startVirtualThread(() -> useUntilItDies(process)));
                }
                killAtARandomMoment(process, before);
                for (Thread client : clients) {
                    client.join();
                }
            } finally {
                process.kill();
            }
        }
        everythingAnsweredIsThere();
        nothingIsHalfDone();
        oneLogWithoutAFork();
        System.out.printf(
                "proof killed-consent-service: %d kills; %d permits, %d consents, %d withdrawals answered, %d entries, %d checkpoints"
                        + " seen: no permit without its entry, no entry lost, no fork; %d s%n",
                KILLS,
                permits.size(),
                consents.size(),
                withdrawn.size(),
                count("SELECT count(*) FROM log_entry"),
                checkpoints.size(),
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
    }

    /** Only once this process has answered each kind of call, however slow the machine, so that each can be lost. */
    private void killAtARandomMoment(ServiceProcess process, Answered before) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Answered.now(this).beyond(before));
        LockSupport.parkNanos(
                TimeUnit.MILLISECONDS.toNanos(ThreadLocalRandom.current().nextInt(2_500)));
        process.kill();
    }

    private void useUntilItDies(ServiceProcess process) {
        try {
            for (; ; ) {
                use(process);
            }
        } catch (UncheckedIOException killed) {
            // what was under way was never answered, so nothing is promised about it
        }
    }

    private void use(ServiceProcess process) {
        PersonId child = PersonId.fresh();
        hub.siblings.stubFor(get(urlPathEqualTo("/internal/people/" + child + "/facts"))
                .willReturn(okJson(RunningService.JSON.writeValueAsString(Map.of(
                        "person",
                        child,
                        "birthDate",
                        LocalDate.now(Clock.systemUTC()).minusYears(15).minusDays(40),
                        "protectedWhereabouts",
                        false)))));
        Answer given = process.post("/consents", Bodies.consent(child), RunningService.school());
        if (given.status() != 201) {
            return;
        }
        Consented consented = new Consented(child, given.json().path("id").asString());
        consents.add(consented);
        decide(process, Bodies.decision(child, HUB, "early-help-support", "identity"));
        decide(
                process,
                Bodies.decision(child, "cambridgeshire-directors-office", "section-85-notice", "identity", "stay"));
        Answer checkpoint = process.get("/log/checkpoint", RunningService.school());
        if (checkpoint.status() == 200) {
            checkpoints.add(checkpoint.text());
        }
        if (ThreadLocalRandom.current().nextBoolean()) {
            withdraw(process, consented);
        }
    }

    private void decide(ServiceProcess process, Map<String, Object> question) {
        Answer answer = process.post("/internal/decisions", question, RunningService.service());
        if (answer.status() == 200 && answer.json().has("permit")) {
            permits.add(answer.json().path("decision").asString());
        }
    }

    /** The sender settles before, so that the withdrawal need not wait for the permit to expire. */
    private void withdraw(ServiceProcess process, Consented consented) {
        hub.bean(JdbcClient.class)
                .sql("SELECT decision::text FROM permit WHERE consents @> ARRAY[CAST(:consent AS uuid)]")
                .param("consent", consented.consent())
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(decision -> hub.settle(consented.child(), decision, HUB, "early-help-support"));
        Answer answer = process.post(
                "/consents/" + consented.consent() + "/withdrawal", Bodies.withdrawal(), RunningService.school());
        if (answer.status() == 200) {
            withdrawn.add(consented);
        }
    }

    private void everythingAnsweredIsThere() {
        await().atMost(Duration.ofMinutes(1)).until(() -> count("SELECT count(*) FROM log_pending") == 0);
        assertThat(permits)
                .isNotEmpty()
                .allSatisfy(decision -> assertThat(count(
                                "SELECT count(*) FROM log_leaf WHERE entry = '" + UUID.fromString(decision) + "'"))
                        .isEqualTo(1));
        assertThat(consents).isNotEmpty().allSatisfy(it -> assertThat(kinds(it)).contains("consent-given"));
        assertThat(withdrawn).isNotEmpty().allSatisfy(it -> {
            assertThat(kinds(it)).contains("consent-withdrawn", "withdrawal-acknowledged");
            assertThat(hub.send(
                                    "/internal/decisions",
                                    Bodies.decision(it.child(), HUB, "early-help-support", "identity"),
                                    RunningService.service())
                            .json()
                            .path("outcome")
                            .asString())
                    .isEqualTo("REFUSE");
        });
    }

    private void nothingIsHalfDone() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(count("SELECT count(*) FROM consent_ending WHERE acknowledged_at IS NULL"))
                                .as("withdrawals that a killed process left")
                                .isZero());
        await().atMost(Duration.ofMinutes(1)).until(() -> count("SELECT count(*) FROM log_pending") == 0);
        assertThat(count("SELECT count(*) FROM permit p LEFT JOIN log_entry e ON e.id = p.decision WHERE e IS NULL"))
                .as("permits without their entry")
                .isZero();
        assertThat(count("SELECT count(*) FROM log_entry e LEFT JOIN log_leaf l ON l.entry = e.id WHERE l IS NULL"))
                .as("entries under no checkpoint")
                .isZero();
        assertThat(count("SELECT count(*) FROM log_entry e LEFT JOIN log_value v ON v.entry = e.id WHERE v IS NULL"))
                .as("entries without their values")
                .isZero();
        assertThat(count("SELECT count(*) FROM consent c WHERE withdrawn_at IS NOT NULL"
                        + " AND NOT EXISTS (SELECT FROM log_value v WHERE v.reference = 'consent/' || c.id"
                        + " AND v.entry IN (SELECT id FROM log_entry WHERE kind = 'consent-withdrawn'))"))
                .as("withdrawals without their entry")
                .isZero();
    }

    /** Every checkpoint that anybody saw is a state of the one log that there is now. */
    private void oneLogWithoutAFork() {
        List<Hash> leaves = hub.bean(JdbcClient.class)
                .sql("SELECT hash FROM log_leaf ORDER BY index")
                .query((row, number) -> Hash.of(row.getBytes(1)))
                .list();
        assertThat(count("SELECT max(index) + 1 FROM log_leaf")).isEqualTo(leaves.size());
        List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY));
        Tree tree = Tree.empty();
        for (Hash leaf : leaves) {
            tree.append(leaf, Tree.Keeper.NONE);
            roots.add(tree.root());
        }
        assertThat(checkpoints).isNotEmpty().allSatisfy(note -> {
            Checkpoint seen = opened(note);
            assertThat(seen.size()).isLessThanOrEqualTo(leaves.size());
            assertThat(seen.root()).isEqualTo(roots.get((int) seen.size()));
        });
    }

    private static Checkpoint opened(String note) {
        try {
            return Checkpoint.open(note, List.of(Checkpoint.verificationKey(ORIGIN, RunningService.LOG_KEY)));
        } catch (Checkpoint.NotVerified forged) {
            throw new AssertionError("A checkpoint that nobody signed was answered.", forged);
        }
    }

    private static List<String> kinds(Consented consented) {
        return hub.bean(JdbcClient.class)
                .sql("SELECT e.kind FROM log_value v JOIN log_entry e ON e.id = v.entry WHERE v.reference = :reference")
                .param("reference", "consent/" + consented.consent())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static long count(String sql) {
        return hub.bean(JdbcClient.class)
                .sql(sql)
                .query((row, number) -> row.getLong(1))
                .single();
    }
}
