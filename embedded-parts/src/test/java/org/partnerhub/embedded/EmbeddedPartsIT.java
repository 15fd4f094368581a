package org.partnerhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPartsIT {

    @TempDir
    Path path;

    /** Started in a JVM of its own, to be killed. */
    static final class Program {

        private Program() {}

        static void main(String[] arguments) throws InterruptedException {
            PartsFolder folder = PartsFolder.withAnyPorts(Path.of(arguments[0]));
            EmbeddedParts parts = EmbeddedParts.start(folder, RealmValues.with("http://localhost:9/keys"));
            System.out.println("READY " + parts.postgreSql().port() + " "
                    + parts.broker().port() + " " + parts.keycloak().port());
            Thread.currentThread().join();
        }
    }

    @Test
    @Tag("proof-killed-hub")
    void childrenOfAKilledHubDieTooAndLeaveTheirDataBehind() throws IOException, InterruptedException {
        int kills = "full".equals(System.getProperty("hub.proof")) ? 10 : 1;
        Set<String> keys = new HashSet<>();
        Set<List<Integer>> ports = new HashSet<>();
        for (int kill = 0; kill <= kills; kill++) {
            Process hub = start();
            List<Integer> used = portsOf(hub);
            ports.add(used);
            keys.add(keys(used.getLast()));
            hub.destroyForcibly();
            for (int port : used) {
                await("port " + port + " to be left")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> FreePorts.isFree(port));
            }
        }
        assertThat(ports).as("the same ports every time").hasSize(1);
        assertThat(keys).as("the same signing keys every time").hasSize(1);
        System.out.println("proof killed-hub: killed " + (kills + 1) + " times, started again " + kills
                + " times on the same folder; no child outlived it, ports and keys were kept");
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static String keys(int port) throws IOException, InterruptedException {
        URI keys = URI.create("http://localhost:" + port + "/realms/partner-hub/protocol/openid-connect/certs");
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(keys).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** PostgreSQL's, the broker's and Keycloak's. */
    private static List<Integer> portsOf(Process hub) throws IOException {
        BufferedReader output = hub.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("READY ")) {
                return Arrays.stream(line.substring("READY ".length()).split(" ", -1))
                        .map(Integer::valueOf)
                        .toList();
            }
        }
        throw new IOException("It ended before it was ready.");
    }
}
