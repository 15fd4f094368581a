package org.partnerhub.benchmarks;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.casbin.jcasbin.main.Enforcer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision with 100,000 consents loaded, by the hub's rules and by jCasbin; no database on either side. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class DecisionBesideCasbin {

    /** What the hub decides by. */
    @State(Scope.Benchmark)
    public static class Hub {

        private final DecidedConsents consents = new DecidedConsents(100_000);

        boolean decideAnyChild() {
            return consents.decide(ThreadLocalRandom.current().nextInt(consents.count()));
        }
    }

    /** The same as a policy of 100,000 lines. */
    @State(Scope.Benchmark)
    public static class Casbin {

        private final DecidedConsents consents = new DecidedConsents(100_000);
        private final Enforcer enforcer = consents.enforcer();

        @Setup(Level.Trial)
        public void agreesWithTheHub() {
            if (!enforceAnyChild() || !consents.decide(0)) {
                throw new IllegalStateException("Both are to permit it.");
            }
        }

        boolean enforceAnyChild() {
            return consents.enforce(enforcer, ThreadLocalRandom.current().nextInt(consents.count()));
        }
    }

    /** At its best: somebody has picked the child's own line before. */
    @State(Scope.Benchmark)
    public static class CasbinOfOneChild {

        private final DecidedConsents consents = new DecidedConsents(1);
        private final Enforcer enforcer = consents.enforcer();

        boolean enforce() {
            return consents.enforce(enforcer, 0);
        }
    }

    @Benchmark
    public boolean hub(Hub hub) {
        return hub.decideAnyChild();
    }

    @Benchmark
    public boolean jcasbin(Casbin casbin) {
        return casbin.enforceAnyChild();
    }

    @Benchmark
    public boolean jcasbinWithOneLine(CasbinOfOneChild casbin) {
        return casbin.enforce();
    }
}
