package org.partnerhub.benchmarks;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What bin/benchmark was asked for.
 *
 * @param folder data of the hub that is started
 * @param entries how many the log is to hold where the console's pages are measured
 * @param against the gateway of a hub that runs already; null: start one
 * @param issuer that hub's realm
 * @param receiverPort where the council's system is played; 0: any
 * @param baselineUrl JDBC of that hub's PostgreSQL, to run the baseline on; null: no baseline
 */
record BenchmarkOptions(
        Path folder,
        int rounds,
        int seconds,
        int warmUpSeconds,
        int connections,
        int entries,
        @Nullable URI against,
        URI issuer,
        int receiverPort,
        @Nullable String baselineUrl,
        String baselineUser,
        String baselinePassword) {

    private static final Set<String> KNOWN = Set.of(
            "folder",
            "rounds",
            "seconds",
            "warm-up",
            "connections",
            "entries",
            "against",
            "issuer",
            "receiver-port",
            "database",
            "database-user");

    /**
     * Reads the command line.
     *
     * @param environment the database's password is {@code HUB_BENCHMARK_DATABASE_PASSWORD}
     * @throws IllegalArgumentException naming the option that is not known or has no value
     */
    static BenchmarkOptions of(Map<String, String> environment, String... arguments) {
        Map<String, String> given = given(arguments);
        String against = given.get("against");
        return new BenchmarkOptions(
                Path.of(given.getOrDefault("folder", "benchmarks/target/hub")),
                number(given, "rounds", 3),
                number(given, "seconds", 15),
                number(given, "warm-up", 15),
                number(given, "connections", 16),
                number(given, "entries", 1_000_000),
                against == null ? null : URI.create(against),
                URI.create(given.getOrDefault("issuer", "http://localhost:8180/realms/partner-hub")),
                number(given, "receiver-port", 0),
                given.get("database"),
                given.getOrDefault("database-user", "postgres"),
                environment.getOrDefault("HUB_BENCHMARK_DATABASE_PASSWORD", ""));
    }

    private static Map<String, String> given(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].startsWith("--") ? arguments[i].substring(2) : "";
            if (!KNOWN.contains(name)) {
                throw new IllegalArgumentException("bin/benchmark does not know " + arguments[i] + "; see --help.");
            }
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value; see --help.");
            }
            given.put(name, arguments[i + 1]);
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, Integer.toString(otherwise)));
    }
}
