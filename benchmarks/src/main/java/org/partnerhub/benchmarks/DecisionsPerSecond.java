package org.partnerhub.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many decisions a second the running service makes, each with its entry in the log and its permit, beside transactions of two
 * inserts a second on the same PostgreSQL, in turns. Prints what it is; no figure makes it fail.
 */
public final class DecisionsPerSecond {

    private static final int CHILDREN = 500;

    private final BenchmarkOptions options;
    private final PrintStream out;

    private DecisionsPerSecond(BenchmarkOptions options, PrintStream out) {
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
        new DecisionsPerSecond(options, out).running();
        System.exit(0);
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
