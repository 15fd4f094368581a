package org.partnerhub.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A shell that waits for this JVM to end, however it ends, and then ends the children that it could not stop itself. It notices by
 * the pipe between them, which the system closes even for a JVM that was killed.
 */
final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            cat >/dev/null
            for file; do
              pid=$(head -n 1 "$file" 2>/dev/null) && [ -n "$pid" ] && kill "$pid" 2>/dev/null
            done
            """;

    private final Process shell;

    private Watchdog(Process shell) {
        this.shell = shell;
    }

    /** Watches over the processes whose numbers stand in the first lines of these files when this JVM ends. */
    static Watchdog over(Path... pidFiles) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "watchdog"));
        Stream.of(pidFiles).map(Path::toString).forEach(command::add);
        try {
            return new Watchdog(new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not start a shell.", failed);
        }
    }

    /** Only after the children are stopped: it ends what is left of them. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
        } catch (IOException alreadyGone) {
            shell.destroy();
        }
    }
}
