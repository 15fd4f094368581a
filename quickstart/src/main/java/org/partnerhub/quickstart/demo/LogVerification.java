package org.partnerhub.quickstart.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Runs bin/verify-log as anybody would: offline, on a file. */
final class LogVerification {

    private static final long PATIENCE_SECONDS = 60;

    private LogVerification() {}

    /** The exit status of {@code bin/verify-log EXPORT --witness CHECKPOINT}: 0 only where everything is proved. */
    static int run(Path export, Path witness) {
        Path command = Path.of(System.getProperty("hub.home", "."), "bin", "verify-log")
                .toAbsolutePath();
        try {
            Process verifier = new ProcessBuilder(
                            command.toString(), export.toString(), "--witness", witness.toString())
                    .inheritIO()
                    .start();
            if (!verifier.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                verifier.destroyForcibly();
                throw new IllegalStateException("bin/verify-log did not end within a minute.");
            }
            return verifier.exitValue();
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while bin/verify-log ran.", interrupted);
        }
    }
}
