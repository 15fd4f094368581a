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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    @Timeout(300)
    void childrenOfAKilledHubDieTooAndLeaveTheirDataBehind() throws IOException, InterruptedException {
        Process hub = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName(),
                        path.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int[] ports = portsOf(hub);
        String keys = keys("http://localhost:" + ports[2] + "/realms/partner-hub");

        hub.destroyForcibly();

        for (int port : ports) {
            await("port " + port + " to be left").atMost(Duration.ofSeconds(30)).until(() -> FreePorts.isFree(port));
        }
        try (PartsFolder folder = PartsFolder.at(path);
                EmbeddedParts parts = EmbeddedParts.start(folder, RealmValues.with("http://localhost:9/keys"))) {
            assertThat(parts.keycloak().port()).isEqualTo(ports[2]);
            assertThat(keys(parts.keycloak().issuer())).isEqualTo(keys);
            assertThat(parts.postgreSql().port()).isEqualTo(ports[0]);
            assertThat(parts.broker().port()).isEqualTo(ports[1]);
        }
        assertThat(Arrays.stream(ports).allMatch(FreePorts::isFree))
                .as("stopped")
                .isTrue();
    }

    private static String keys(String issuer) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            URI keys = URI.create(issuer + "/protocol/openid-connect/certs");
            return client.send(HttpRequest.newBuilder(keys).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private static int[] portsOf(Process hub) throws IOException {
        try (BufferedReader output = hub.inputReader()) {
            String line = output.lines()
                    .filter(it -> it.startsWith("READY "))
                    .findFirst()
                    .orElseThrow();
            String[] words = line.split(" ", -1);
            assertThat(words).hasSize(4);
            return new int[] {Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3])};
        }
    }
}
