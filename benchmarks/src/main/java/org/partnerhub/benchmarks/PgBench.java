package org.partnerhub.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own benchmark program with a script of two inserts. */
final class PgBench implements TwoInserts {

    private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final String SCRIPT = """
            begin;
            insert into benchmark.message values (gen_random_uuid(), repeat('0123456789', 200));
            insert into benchmark.event values (gen_random_uuid(), repeat('0123456789', 20));
            commit;
            """;

    private final Path program;
    private final Database database;

    private PgBench(Path program, Database database) {
        this.program = program;
        this.database = database;
    }

    /** The program of this machine, the newest first on the path or where Debian puts it. */
    static Optional<TwoInserts> on(Database database) {
        return program().map(program -> new PgBench(program, database));
    }

    private static Optional<Path> program() {
        Stream<Path> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .map(folder -> Path.of(folder).resolve("pgbench"));
        return Stream.concat(path, versions().stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static List<Path> versions() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(debian)) {
            return List.of();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.sorted(Comparator.reverseOrder())
                    .map(version -> version.resolve("bin/pgbench"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String description() {
        return "pgbench (" + program + ")";
    }

    @Override
    public double perSecond(int connections, Duration duration) {
        try {
            Path script = Files.createTempFile("two-inserts", ".sql");
            Files.writeString(script, SCRIPT);
            try {
                return run(script, connections, duration);
            } finally {
                Files.delete(script);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("pgbench did not run.", failed);
        }
    }

    private double run(Path script, int connections, Duration duration) throws IOException {
        var command = new ProcessBuilder(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + connections,
                        "--jobs=2",
                        "--time=" + duration.toSeconds(),
                        "--file=" + script,
                        "--host=" + database.host(),
                        "--port=" + database.port(),
                        "--username=" + database.user(),
                        database.name())
                .redirectErrorStream(true);
        command.environment().put("PGPASSWORD", database.password());
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher tps = TPS.matcher(output);
        if (!ended(process) || !tps.find()) {
            throw new IllegalStateException("pgbench failed: " + output);
        }
        return Double.parseDouble(tps.group(1));
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
