package org.partnerhub.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH in a JVM of its own, after five seconds of warming up, for ten. */
final class Measured {

    private Measured() {}

    /** The best iteration of each benchmark of a class, by name. */
    static Map<String, Double> of(Class<?> benchmarks) throws RunnerException {
        return runs(benchmarks).stream().collect(Collectors.toMap(Measured::name, Measured::best));
    }

    static Collection<RunResult> runs(Class<?> benchmarks) throws RunnerException {
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
    static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    static String name(RunResult result) {
        String benchmark = result.getParams().getBenchmark();
        return benchmark.substring(benchmark.lastIndexOf('.') + 1);
    }
}
