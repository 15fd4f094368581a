package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What deciding costs: a permit's signature by algorithm, and one decision beside jCasbin. Prints what it is; no figure makes it fail. */
public final class Decided {

    private static final double AIM = 0.1;

    private final PrintStream out;

    private Decided(PrintStream out) {
        this.out = out;
    }

    public static void main(String... arguments) throws RunnerException {
        Decided benchmark = new Decided(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        benchmark.out.printf(
                "%d processors, Java %s%n%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        benchmark.signatures();
        benchmark.besideCasbin();
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
}
