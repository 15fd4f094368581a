package org.partnerhub.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.embedded.PartsFolder;
import org.partnerhub.quickstart.partner.PartnerClient;
import org.partnerhub.quickstart.partner.PartnerClient.Answer;

/** The whole hub is killed while partners send: what it answered arrives once, what it did not answer may be sent again. */
class KilledHubE2E {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SENDERS = 4;
    private static final int ACCEPTED_BEFORE_A_KILL = 12;

    @TempDir
    Path path;

    private final Map<String, Map<String, Object>> sent = new ConcurrentHashMap<>();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final Map<String, Integer> delivered = new HashMap<>();

    /** Started in a JVM of its own, to be killed. */
    static final class Program {

        private Program() {}

        static void main(String[] arguments) throws InterruptedException {
            PartsFolder folder = PartsFolder.withAnyPorts(Path.of(arguments[0]));
            Map<String, String> noLimits =
                    Map.of("hub.limits.partner-requests-per-second", "1000", "hub.limits.partner-burst", "1000");
            Hub hub = Hub.start(folder, noLimits, progress -> {});
            Runtime.getRuntime().addShutdownHook(new Thread(hub::close, "stop-the-hub"));
            System.out.println(
                    "READY " + hub.addresses().gateway() + " " + hub.addresses().issuer());
            Thread.currentThread().join();
        }
    }

    private record Running(Process process, URI gateway, URI issuer) {

        PartnerClient client(String partner) {
            return new PartnerClient(gateway, issuer, partner, DemoSecrets.ofPartner(partner));
        }
    }

    @Test
    @Tag("proof-killed-hub-under-load")
    void whatWasAnsweredBeforeAKillArrivesOnceAfterIt() throws Exception {
        int kills = "full".equals(System.getProperty("hub.proof")) ? 10 : 1;
        for (int kill = 1; kill <= kills; kill++) {
            killUnderLoad(started(), kill * ACCEPTED_BEFORE_A_KILL);
        }
        Running hub = started();
        try {
            sendAgainWhatWasNotAnswered(hub.client("cambridgeshire-constabulary"));
            PartnerClient council = hub.client("cambridgeshire-county-council");
            await("every referral reaches the hub for safeguarding")
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(drained(council).keySet()).containsAll(accepted.values()));

            assertThat(accepted).hasSameSizeAs(sent);
            assertThat(delivered)
                    .as("each once")
                    .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
            everythingStopsWithIt(hub);
        } finally {
            hub.process().destroyForcibly().waitFor();
        }
        System.out.println("proof killed-hub-under-load: killed " + kills + " times under load; " + sent.size()
                + " referrals sent, each accepted and in the recipient's mailbox exactly once");
    }

    /** Asked to end, as by Ctrl-C (a background job would not hear that signal itself): no part outlives the hub. */
    private static void everythingStopsWithIt(Running hub) throws Exception {
        List<ProcessHandle> parts = hub.process().descendants().toList();
        assertThat(parts).as("PostgreSQL, Keycloak and what watches over them").hasSizeGreaterThanOrEqualTo(2);
        hub.process().destroy();
        assertThat(hub.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        await("no part outlives the hub")
                .atMost(PATIENCE)
                .until(() -> parts.stream().noneMatch(ProcessHandle::isAlive));
        assertThatThrownBy(
                        () -> new Socket(hub.gateway().getHost(), hub.gateway().getPort()).close())
                .isInstanceOf(IOException.class);
    }

    private void killUnderLoad(Running hub, int untilAccepted) throws InterruptedException {
        PartnerClient police = hub.client("cambridgeshire-constabulary");
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int sender = 0; sender < SENDERS; sender++) {
                senders.execute(() -> sendUntilItDies(police));
            }
            await().atMost(PATIENCE).until(() -> accepted.size() >= untilAccepted);
            hub.process().destroyForcibly().waitFor();
        }
    }

    private void sendUntilItDies(PartnerClient police) {
        try {
            while (true) {
                String key = UUID.randomUUID().toString();
                Map<String, Object> concern = concern();
                sent.put(key, concern);
                post(police, key, concern);
            }
        } catch (UncheckedIOException dead) {
            assertThat(dead).hasCauseInstanceOf(IOException.class);
        }
    }

    private void sendAgainWhatWasNotAnswered(PartnerClient police) {
        sent.forEach((key, concern) -> {
            if (!accepted.containsKey(key)) {
                post(police, key, concern);
            }
        });
    }

    private void post(PartnerClient police, String key, Map<String, Object> concern) {
        Answer answer = police.post("/referrals", concern, key);
        if (answer.status() == 201) {
            accepted.put(key, answer.body().path("person").asString());
        }
    }

    /** How often the recipient has found each person in its mailbox, which it empties as it reads. */
    private Map<String, Integer> drained(PartnerClient council) {
        council.get("/mailbox").body().path("items").valueStream().forEach(item -> {
            String place = "/mailbox/" + item.path("id").asString();
            if (council.get(place).status() == 200
                    && council.post(place + "/acknowledgement", Map.of()).status() < 300) {
                delivered.merge(item.path("subject").asString(), 1, Integer::sum);
            }
        });
        return delivered;
    }

    private Running started() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        path.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        Deque<String> last = new ArrayDeque<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                Thread.ofVirtual().start(() -> output.lines().forEach(more -> {}));
                String[] addresses = line.split(" ", -1);
                return new Running(process, URI.create(addresses[1]), URI.create(addresses[2]));
            }
            last.addLast(line);
            if (last.size() > 50) {
                last.removeFirst();
            }
        }
        throw new IOException("The hub ended before it was ready:\n" + String.join("\n", last));
    }

    /** About a child of its own. */
    private static Map<String, Object> concern() {
        LocalDate birthDate =
                LocalDate.of(2010, 1, 1).plusDays(ThreadLocalRandom.current().nextInt(3_000));
        return Map.of(
                "subject",
                Map.of(
                        "nhsNumberAbsent",
                        "not-known",
                        "name",
                        Map.of("given", List.of("Child" + letters()), "family", "Invented" + letters()),
                        "birthDate",
                        birthDate.toString(),
                        "authority",
                        "E10000003"),
                "kind",
                "request",
                "asks",
                List.of(Map.of("purpose", "safeguarding")),
                "reason",
                "A concern, invented for a test.",
                "themes",
                List.of("children-who-need-help"),
                "urgency",
                "urgent");
    }

    private static String letters() {
        return UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    }
}
