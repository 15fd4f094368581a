package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What deciding costs: one decision beside jCasbin, a permit's signature by algorithm, and decisions a second of the running service
 * beside transactions of two inserts. Prints what it is; no figure makes it fail.
 */
public final class Decided {

    private static final int CHILDREN = 500;
    private static final double AIM = 0.1;

    private final BenchmarkOptions options;
    private final PrintStream out;

    private Decided(BenchmarkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Status 2 where the options are not understood. */
    public static void main(String... arguments) throws SQLException, RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.of(System.getenv(), arguments);
        } catch (IllegalArgumentException unknown) {
            out.println(unknown.getMessage());
            System.exit(2);
            return;
        }
        Decided benchmark = new Decided(options, out);
        out.printf("%d processors, Java %s%n%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        benchmark.signatures();
        benchmark.besideCasbin();
        benchmark.running();
        System.exit(0);
    }

    private void signatures() throws RunnerException {
        out.println("A permit's signature, µs:    jose4j signs   jose4j verifies   JDK alone signs");
        Map<String, Map<String, Double>> byAlgorithm = measured(PermitSignatures.class).stream()
                .collect(Collectors.groupingBy(
                        it -> it.getParams().getParam("algorithm"), Collectors.toMap(Decided::name, Decided::best)));
        byAlgorithm.forEach((algorithm, figures) -> out.printf(
                "  %-24s %14.1f %17.1f %17.1f%n",
                algorithm, figures.get("jose4jSigns"), figures.get("jose4jVerifies"), figures.get("jdkSigns")));
    }

    private void besideCasbin() throws RunnerException {
        Map<String, Double> micros =
                measured(DecisionBesideCasbin.class).stream().collect(Collectors.toMap(Decided::name, Decided::best));
        double hub = micros.getOrDefault("hub", Double.NaN);
        double jcasbin = micros.getOrDefault("jcasbin", Double.NaN);
        double atItsBest = micros.getOrDefault("jcasbinWithOneLine", Double.NaN);
        out.printf(
                "%nOne decision with 100,000 consents: hub %.2f µs, jCasbin %.0f µs, ratio %.6f (aim %.1f)%n"
                        + "jCasbin with the child's own line alone: %.2f µs, ratio %.2f%n%n",
                hub, jcasbin, hub / jcasbin, AIM, atItsBest, hub / atItsBest);
    }

    private static Collection<RunResult> measured(Class<?> benchmarks) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("\\b" + benchmarks.getSimpleName() + "\\b")
                        .forks(1)
                        .warmupIterations(5)
                        .warmupTime(TimeValue.seconds(1))
                        .measurementIterations(10)
                        .measurementTime(TimeValue.seconds(1))
                        .verbosity(VerboseMode.SILENT)
                        .jvmArgs("-Xmx1g", "--sun-misc-unsafe-memory-access=allow")
                        .build())
                .run();
    }

    /** The best of the iterations: what else a machine does meanwhile only ever adds. */
    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }

    private void running() throws SQLException {
        try (CouncilReceiver receiver = new CouncilReceiver(options.receiverPort());
                HubUnderTest hub = HubUnderTest.of(options, receiver, out)) {
            TwoInserts.Database database = hub.database().orElseThrow();
            database.prepare();
            TwoInserts baseline = PgBench.on(database).orElseGet(() -> new JdbcLoop(database));
            out.printf("Baseline: %s on %s%n", baseline.description(), database.durability());
            List<String> children = DecisionLoad.consenting(
                    hub.sender(), new InventedReferrals((int) Instant.now().getEpochSecond() * 1_000), CHILDREN);
            DecisionLoad load =
                    new DecisionLoad(hub.consentService(), hub.asker()::token, children, options.connections());
            out.printf(
                    "%d connections, %d children with a consent, %d s a round after %d s of warming up%n",
                    options.connections(), CHILDREN, options.seconds(), options.warmUpSeconds());
            load.apply(Duration.ofSeconds(options.warmUpSeconds()));
            report(rounds(baseline, load));
        }
    }

    private record Round(double baseline, DecisionLoad.Outcome load) {

        double ratio() {
            return load.perSecond() / baseline;
        }
    }

    private List<Round> rounds(TwoInserts baseline, DecisionLoad load) {
        out.println("round  baseline/s  decisions/s  ratio   p50 ms  p99 ms  without permit");
        List<Round> rounds = new ArrayList<>();
        Duration seconds = Duration.ofSeconds(options.seconds());
        for (int i = 1; i <= options.rounds(); i++) {
            Round round = new Round(baseline.perSecond(options.connections(), seconds), load.apply(seconds));
            rounds.add(round);
            out.printf(
                    "%5d  %10.0f  %11.1f  %5.3f  %7.1f %7.1f  %14d%n",
                    i,
                    round.baseline(),
                    round.load().perSecond(),
                    round.ratio(),
                    Figures.percentile(round.load().millis(), 50),
                    Figures.percentile(round.load().millis(), 99),
                    round.load().refused());
        }
        return rounds;
    }

    private void report(List<Round> rounds) {
        out.printf(
                "decided: %.1f/s, %.3f of the baseline%n",
                Figures.median(rounds.stream().map(it -> it.load().perSecond()).toList()),
                Figures.median(rounds.stream().map(Round::ratio).toList()));
    }
}
