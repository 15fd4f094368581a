package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** What taking a FHIR message costs beside HAPI's parser alone. Prints what it is; no figure makes it fail. */
public final class FhirRead {

    private FhirRead() {}

    public static void main(String... arguments) throws RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf("%d processors, Java %s%n", Runtime.getRuntime().availableProcessors(), Runtime.version());
        Map<String, Double> micros = Measured.of(MessageBesideHapi.class);
        double hapi = micros.getOrDefault("hapi", Double.NaN);
        double understood = micros.getOrDefault("understood", Double.NaN);
        double validated = micros.getOrDefault("validated", Double.NaN);
        out.printf(
                "The guide's example message: HAPI parses it in %.0f µs; the hub has understood it after %.0f µs, ratio %.2f,%n"
                        + "and has validated it by base R4 as well after %.0f µs, ratio %.2f%n",
                hapi, understood, understood / hapi, validated, validated / hapi);
    }
}
