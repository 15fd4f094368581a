package org.partnerhub.quickstart.stays;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.partnerhub.fhir.FhirAdapterApplication;
import org.partnerhub.notification.NotificationServiceApplication;

/** fhir-adapter and notification-service in a JVM of their own, to be killed. */
final class StayServices {

    private static final String READY = "READY";

    private final Process process;

    private StayServices(Process process) {
        this.process = process;
    }

    /** Started on the same data as whoever was killed before, and ready. */
    static StayServices start(Path notification, Path fhir) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StayServices.class.getName(),
                        notification.toString(),
                        fhir.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals(READY)) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return new StayServices(process);
            }
        }
        throw new IOException("The services ended before they were ready.");
    }

    /** As by a power cut: nothing is closed or said. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    static void main(String[] arguments) throws IOException, InterruptedException {
        NotificationServiceApplication.application().run(lines(arguments[0]));
        FhirAdapterApplication.application().run(lines(arguments[1]));
        System.out.println(READY);
        Thread.currentThread().join();
    }

    private static String[] lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file), StandardCharsets.UTF_8);
        return lines.toArray(String[]::new);
    }
}
