package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

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
        Map<String, Map<String, Double>> byAlgorithm = Measured.runs(PermitSignatures.class).stream()
                .collect(Collectors.groupingBy(
                        it -> it.getParams().getParam("algorithm"), Collectors.toMap(Measured::name, Measured::best)));
        byAlgorithm.forEach((algorithm, figures) -> out.printf(
                "  %-24s %14.1f %17.1f %17.1f%n",
                algorithm, figures.get("jose4jSigns"), figures.get("jose4jVerifies"), figures.get("jdkSigns")));
    }

    private void besideCasbin() throws RunnerException {
        Map<String, Double> micros = Measured.of(DecisionBesideCasbin.class);
        double hub = micros.getOrDefault("hub", Double.NaN);
        double jcasbin = micros.getOrDefault("jcasbin", Double.NaN);
        double atItsBest = micros.getOrDefault("jcasbinWithOneLine", Double.NaN);
        out.printf(
                "%nOne decision with 100,000 consents: hub %.2f µs, jCasbin %.0f µs, ratio %.6f (aim %.1f)%n"
                        + "jCasbin with the child's own line alone: %.2f µs, ratio %.2f%n%n",
                hub, jcasbin, hub / jcasbin, AIM, atItsBest, hub / atItsBest);
    }
}
