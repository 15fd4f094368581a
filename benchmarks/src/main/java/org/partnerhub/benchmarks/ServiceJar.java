package org.partnerhub.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A service's jar laid beside its libraries: an AOT cache takes jars on the class path, not jars in a jar. */
final class ServiceJar {

    private static final String NAME = "service.jar";

    private ServiceJar() {}

    static Path in(Path folder) {
        return folder.resolve(NAME);
    }

    /** Takes the jar that the last build left in the service's own module, seen from the project's root. */
    static void extract(String service, Path into) throws IOException {
        Path jar = built(service);
        Process extraction = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        into.toString())
                .inheritIO()
                .start();
        if (status(extraction) != 0) {
            throw new IllegalStateException("Could not extract " + jar + ".");
        }
        Files.move(into.resolve(jar.getFileName()), in(into), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path built(String service) throws IOException {
        try (var found = Files.newDirectoryStream(Path.of(service, "target"), service + "-*-app.jar")) {
            for (Path jar : found) {
                return jar;
            }
        }
        throw new IllegalStateException("Build " + service + " first; bin/benchmark does.");
    }

    private static int status(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}
