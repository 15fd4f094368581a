package org.partnerhub.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.partnerhub.benchmarks.TwoInserts.Database;
import org.partnerhub.console.signin.StaffPage;
import org.partnerhub.console.signin.StaffRole;
import org.partnerhub.quickstart.DemoSecrets;
import org.partnerhub.quickstart.demo.StaffSession;

/**
 * How long each page of the console takes, from the request to its last byte, with a million entries in the log, beside a page that asks no
 * service anything. Prints what it is; no figure makes it fail.
 */
public final class ConsolePages {

    private static final String REASON = "Benchmark of the console's pages";

    private final BenchmarkOptions options;
    private final PrintStream out;

    private ConsolePages(BenchmarkOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Status 2 where the options are not understood. */
    public static void main(String... arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BenchmarkOptions options;
        try {
            options = BenchmarkOptions.of(System.getenv(), arguments);
        } catch (IllegalArgumentException unknown) {
            out.println(unknown.getMessage());
            System.exit(2);
            return;
        }
        new ConsolePages(options, out).measure();
        System.exit(0);
    }

    private void measure() throws SQLException, IOException, InterruptedException {
        try (CouncilReceiver receiver = new CouncilReceiver(options.receiverPort());
                HubUnderTest hub = HubUnderTest.of(options, receiver, out);
                Connection log = consentDatabase(hub)) {
            LogFilling filling = new LogFilling(log, out);
            filling.upTo(options.entries());
            StaffSession officer = signedIn(hub, "officer.adeyemi");
            StaffSession operator = signedIn(hub, "operator.davies");
            List<Visit> visits = new ArrayList<>();
            visits.add(new Visit("nothing asked (stylesheet)", () -> officer.open("styles/console.css")));
            for (StaffPage page : StaffPage.values()) {
                StaffSession who = page.roles().contains(StaffRole.GOVERNANCE_OFFICER) ? officer : operator;
                if (page.roles().contains(StaffRole.GOVERNANCE_OFFICER)
                        || page.roles().contains(StaffRole.OPERATOR)) {
                    visits.add(
                            new Visit(page.label(), () -> who.open(page.path().substring(1))));
                }
            }
            visits.addAll(looks(officer, filling.somebody().toString()));
            report(visits);
        }
    }

    private static List<Visit> looks(StaffSession officer, String person) {
        return List.of(
                new Visit("Disclosures of 30 days", () -> listed(officer, Map.of())),
                new Visit(
                        "… by purpose and recipient",
                        () -> listed(
                                officer,
                                Map.of(
                                        "purpose",
                                        "domestic-abuse-notice-to-school",
                                        "recipient",
                                        "fenland-academy-safeguarding-lead"))),
                new Visit("… by what nothing says", () -> listed(officer, Map.of("recipient", "no-such-place"))),
                new Visit(
                        "Everything about one person",
                        () -> officer.submit(
                                StaffSession.form(officer.open("log"), "form#log-search"),
                                Map.of("subject", person, "reason", REASON))),
                new Visit(
                        "Sample of 50 entries of a year",
                        () -> officer.submit(
                                StaffSession.form(officer.open("audit-samples/new"), "form[action$=audit-samples/new]"),
                                draw())));
    }

    private static Map<String, String> draw() {
        Map<String, String> form = new HashMap<>(Map.of("reason", REASON, "size", "50"));
        form.putAll(day("from", LocalDate.now(ZoneId.of("Europe/London")).minusDays(358)));
        form.putAll(day("until", LocalDate.now(ZoneId.of("Europe/London"))));
        return form;
    }

    private static Map<String, String> day(String field, LocalDate day) {
        return Map.of(
                field + "-day", String.valueOf(day.getDayOfMonth()),
                field + "-month", String.valueOf(day.getMonthValue()),
                field + "-year", String.valueOf(day.getYear()));
    }

    private static Document listed(StaffSession officer, Map<String, String> filter) {
        Map<String, String> form = new HashMap<>(filter);
        form.put("reason", REASON);
        return officer.submit(StaffSession.form(officer.open("log"), "form#log-list"), form);
    }

    private static Connection consentDatabase(HubUnderTest hub) throws SQLException {
        Database baseline = hub.database().orElseThrow();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + baseline.host() + ":" + baseline.port() + "/consent",
                baseline.user(),
                baseline.password());
    }

    private static StaffSession signedIn(HubUnderTest hub, String user) {
        StaffSession session = new StaffSession(hub.gateway());
        session.signIn(user, DemoSecrets.ofStaff(user));
        return session;
    }

    private record Visit(String name, Supplier<Document> page) {

        /** An answer that says what went wrong is no page. */
        double millis() {
            long begin = System.nanoTime();
            Document answer = page.get();
            double millis = (System.nanoTime() - begin) / 1e6;
            Element trouble = answer.selectFirst(".govuk-warning-text, .govuk-error-summary");
            if (trouble != null) {
                throw new IllegalStateException(name + ": " + trouble.text());
            }
            return millis;
        }
    }

    private void report(List<Visit> visits) {
        visits.forEach(Visit::millis); // warms up
        out.println("page                              p50 ms   slowest ms   beside the stylesheet");
        double baseline = Double.NaN;
        for (Visit visit : visits) {
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < options.rounds() * 5; i++) {
                millis.add(visit.millis());
            }
            double median = Figures.median(millis);
            baseline = Double.isNaN(baseline) ? median : baseline;
            out.printf(
                    "%-32s %7.0f %12.0f %23.1f%n",
                    visit.name(), median, Figures.percentile(millis, 100), median / baseline);
        }
    }
}
