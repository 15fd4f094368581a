package org.partnerhub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Ends a child that outlived its parent because the parent was killed before it could stop it. */
final class LeftOverProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private LeftOverProcess() {}

    /**
     * @param pidFile whose first line is the number of the process
     * @param program part of the command line, so that a number that the system has since given to another program is left alone
     */
    static void stop(Path pidFile, String program) {
        read(pidFile)
                .flatMap(ProcessHandle::of)
                .filter(process -> runs(process, program))
                .ifPresent(LeftOverProcess::end);
    }

    private static Optional<Long> read(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read " + pidFile + ".", unreadable);
        }
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info().commandLine().orElse("").contains(program);
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        CompletableFuture<ProcessHandle> ended =
                process.onExit().completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (ended.join().isAlive()) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }
}
