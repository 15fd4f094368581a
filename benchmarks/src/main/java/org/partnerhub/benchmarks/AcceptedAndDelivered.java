package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How many referrals a second the hub accepts and delivers, beside transactions of two inserts a second on the same PostgreSQL, in
 * turns within one run. Prints what it is; no figure makes it fail.
 */
public final class AcceptedAndDelivered {

    private static final Duration LONGEST_DRAIN = Duration.ofMinutes(3);
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final double AIM_ACCEPTED = 0.25;
    private static final double AIM_DELIVERED = 0.1;

    private record Round(double baseline, ReferralLoad.Outcome load, int delivered, double deliveredPerSecond) {

        double acceptedRatio() {
            return load.perSecond() / baseline;
        }

        double deliveredRatio() {
            return deliveredPerSecond / baseline;
        }
    }

    private final BenchmarkOptions options;
    private final PrintStream out;

    private AcceptedAndDelivered(BenchmarkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Status 2 where the options are not understood. */
    public static void main(String... arguments) throws SQLException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.of(System.getenv(), arguments);
        } catch (IllegalArgumentException unknown) {
            out.println(unknown.getMessage());
            System.exit(2);
            return;
        }
        new AcceptedAndDelivered(options, out).run();
        System.exit(0);
    }

    private void run() throws SQLException {
        out.printf(
                "%d processors, Java %s; hub, parts, receivers and load share them%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version());
        try (CouncilReceiver receiver = new CouncilReceiver(options.receiverPort());
                HubUnderTest hub = HubUnderTest.of(options, receiver, out)) {
            TwoInserts baseline = baseline(hub);
            var load = new ReferralLoad(
                    hub.gateway(),
                    hub.sender()::token,
                    new InventedReferrals((int) Instant.now().getEpochSecond() * 1_000),
                    options.connections());
            out.printf(
                    "%d connections, referrals of %d bytes, %d s a round after %d s of warming up%n%n",
                    options.connections(), InventedReferrals.BYTES, options.seconds(), options.warmUpSeconds());
            round(null, load, receiver, options.warmUpSeconds());
            report(rounds(baseline, load, receiver));
        }
    }

    private @Nullable TwoInserts baseline(HubUnderTest hub) throws SQLException {
        Optional<TwoInserts.Database> database = hub.database();
        if (database.isEmpty()) {
            out.println("No baseline: name the hub's PostgreSQL with --database.");
            return null;
        }
        database.get().prepare();
        TwoInserts baseline = PgBench.on(database.get()).orElseGet(() -> new JdbcLoop(database.get()));
        out.printf(
                "Baseline: %s on %s%n", baseline.description(), database.get().durability());
        return baseline;
    }

    private List<Round> rounds(@Nullable TwoInserts baseline, ReferralLoad load, CouncilReceiver receiver) {
        out.println("round  baseline/s  accepted/s  ratio   p50 ms  p99 ms  refused  delivered/s  ratio  undelivered");
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= options.rounds(); i++) {
            Round round = round(baseline, load, receiver, options.seconds());
            rounds.add(round);
            out.printf(
                    "%5d  %10.0f  %10.1f  %5.3f  %7.1f %7.1f  %7d  %11.1f  %5.3f  %11d%n",
                    i,
                    round.baseline(),
                    round.load().perSecond(),
                    round.acceptedRatio(),
                    Figures.percentile(round.load().millis(), 50),
                    Figures.percentile(round.load().millis(), 99),
                    round.load().refused(),
                    round.deliveredPerSecond(),
                    round.deliveredRatio(),
                    round.load().accepted() - round.delivered());
        }
        return rounds;
    }

    private Round round(@Nullable TwoInserts baseline, ReferralLoad load, CouncilReceiver receiver, int seconds) {
        double transactions =
                baseline == null ? Double.NaN : baseline.perSecond(options.connections(), Duration.ofSeconds(seconds));
        int before = receiver.delivered();
        long begin = System.nanoTime();
        ReferralLoad.Outcome outcome = load.apply(Duration.ofSeconds(seconds));
        awaitDeliveries(receiver, before + outcome.accepted());
        int delivered = receiver.delivered() - before;
        return new Round(transactions, outcome, delivered, delivered / ((System.nanoTime() - begin) / 1e9));
    }

    /** From the first post to the last delivery: what is accepted faster than it is delivered costs time here. */
    private static void awaitDeliveries(CouncilReceiver receiver, int expected) {
        Instant deadline = Instant.now().plus(LONGEST_DRAIN);
        while (receiver.delivered() < expected && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    private void report(List<Round> rounds) {
        out.println();
        out.printf(
                "accepted:  %.1f/s, %.3f of the baseline (aim %.2f), p50 %.1f ms, p99 %.1f ms%n",
                median(rounds, it -> it.load().perSecond()),
                median(rounds, Round::acceptedRatio),
                AIM_ACCEPTED,
                median(rounds, it -> Figures.percentile(it.load().millis(), 50)),
                median(rounds, it -> Figures.percentile(it.load().millis(), 99)));
        out.printf(
                "delivered: %.1f/s, %.3f of the baseline (aim %.2f)%n",
                median(rounds, Round::deliveredPerSecond), median(rounds, Round::deliveredRatio), AIM_DELIVERED);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return Figures.median(rounds.stream().mapToDouble(figure).boxed().toList());
    }
}
