package org.partnerhub.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One service in a JVM of its own, as it is deployed. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final String service;
    private final Process process;
    private final URI readiness;
    private final long begin = System.nanoTime();

    private ServiceProcess(String service, Process process, URI readiness) {
        this.service = service;
        this.process = process;
        this.readiness = readiness;
    }

    /**
     * Begins to start it.
     *
     * @param jvm options of the JVM
     * @param jar the service's jar beside its libraries
     * @param log where its output goes
     */
    static ServiceProcess start(
            String service, List<String> jvm, Path jar, List<String> arguments, URI management, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new ServiceProcess(service, process, URI.create(management + "/actuator/health/readiness"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String service() {
        return service;
    }

    /** Seconds from its start to its being ready; waits for that. */
    double awaitReady(HttpClient http) {
        HttpRequest question =
                HttpRequest.newBuilder(readiness).timeout(PATIENCE).build();
        while (!isReady(http, question)) {
            if (!process.isAlive() || seconds() > PATIENCE.toSeconds()) {
                throw new IllegalStateException("A service did not become ready: " + readiness);
            }
            pause();
        }
        return seconds();
    }

    private static boolean isReady(HttpClient http, HttpRequest question) {
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a service started.", stopped);
        }
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Resident memory in megabytes, of Linux' own account; NaN elsewhere. */
    double megabytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException notLinux) {
            return Double.NaN;
        }
    }

    /** Asks it to stop, and waits: a training run writes its cache then. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
