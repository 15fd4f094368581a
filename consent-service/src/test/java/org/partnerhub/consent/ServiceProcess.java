package org.partnerhub.consent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.partnerhub.consent.RunningService.Answer;
import org.partnerhub.contracts.identity.PersonId;

/** consent-service in a process of its own, which can be killed like one. */
final class ServiceProcess {

    final int port = freePort();
    private final Process process;

    ServiceProcess(List<String> settings, Path output) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ConsentServiceApplication.class.getName()));
        settings.stream().filter(it -> !it.startsWith("--server.port=")).forEach(command::add);
        command.add("--server.port=" + port);
        try {
            Files.deleteIfExists(output);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException unstarted) {
            throw new UncheckedIOException(unstarted);
        }
    }

    /** Whether it decides already. */
    boolean isReady() {
        try {
            Map<String, Object> question = Bodies.decision(
                    PersonId.fresh(), "cambridgeshire-directors-office", "section-85-notice", "identity", "stay");
            return post("/internal/decisions", question, RunningService.service())
                            .status()
                    == 200;
        } catch (UncheckedIOException notYet) {
            if (!process.isAlive()) {
                throw new IllegalStateException("The process ended by itself.", notYet);
            }
            return false;
        }
    }

    Answer get(String path, String token) {
        return RunningService.send(port, HttpRequest.newBuilder().GET(), path, token);
    }

    Answer post(String path, Object body, String token) {
        return RunningService.send(
                port,
                HttpRequest.newBuilder()
                        .POST(HttpRequest.BodyPublishers.ofString(RunningService.JSON.writeValueAsString(body)))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString()),
                path,
                token);
    }

    /** As the kernel kills: no hook runs, nothing is closed. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }
}
