package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each test has a year of its own, so that none counts what another fed. */
class ReportIT {

    private static final String COUNCIL = "cambridgeshire-county-council";
    private static final boolean FULL = "full".equals(System.getProperty("hub.proof"));

    /** The partnership's own figures, April to November 2018: children, then families, of each month. */
    private static final Map<String, int[][]> MOVES = Map.of(
            "request", new int[][] {{75, 105, 92, 89, 35, 87, 118, 85}, {37, 58, 56, 46, 22, 54, 71, 47}},
            "step-down", new int[][] {{67, 92, 107, 114, 97, 82, 60, 73}, {30, 47, 52, 64, 53, 37, 36, 43}},
            "step-up", new int[][] {{20, 52, 59, 59, 41, 35, 53, 64}, {11, 31, 43, 35, 26, 16, 29, 38}},
            "co-working", new int[][] {{81, 67, 117, 103, 103, 75, 95, 78}, {41, 44, 61, 54, 61, 45, 51, 41}});

    /** The partnership's screening, April to December 2018, of 2,451 families. */
    private static final Map<String, Integer> SCREENED = new TreeMap<>(Map.of(
            "health", 887,
            "crime", 128,
            "children-who-need-help", 1305,
            "domestic-abuse", 127,
            "education", 997,
            "financial", 243,
            "other", 116));

    private static final int SCREENED_FAMILIES = 2451;

    private final RunningService service = RunningService.shared();

    @BeforeEach
    void everySiblingAnswers() {
        service.siblings().everythingAnswers();
    }

    @Test
    @Tag("proof-report")
    void theMonthlyFiguresThatWereFedComeBackAsTheSameTable() throws Exception {
        int months = FULL ? 8 : 1;
        List<ObjectNode> bodies = new ArrayList<>();
        for (int month = 0; month < months; month++) {
            YearMonth when = YearMonth.of(2018, 4 + month);
            for (var move : MOVES.entrySet()) {
                String purpose = move.getKey().equals("step-up") ? "safeguarding" : "early-help-support";
                bodies.addAll(GeneratedFamilies.referrals(
                        when, move.getKey(), purpose, move.getValue()[0][month], move.getValue()[1][month]));
            }
        }
        long began = System.nanoTime();
        sendAll(COUNCIL, bodies);
        long sent = System.nanoTime();

        JsonNode report = officers("from=2018-04&to=2018-11").json();
        long asked = System.nanoTime();

        for (int month = 0; month < months; month++) {
            for (var move : MOVES.entrySet()) {
                JsonNode row = row(report, YearMonth.of(2018, 4 + month), move.getKey());
                assertThat(List.of(
                                row.path("children").asInt(),
                                row.path("families").asInt()))
                        .as(move.getKey() + " in month " + month)
                        .containsExactly(move.getValue()[0][month], move.getValue()[1][month]);
            }
        }
        System.out.printf(
                "proof report: %d referrals of %d months fed in %.1f s, reported in %.2f s, every figure the same%n",
                bodies.size(), months, (sent - began) / 1e9, (asked - sent) / 1e9);
    }

    @Test
    @Tag("proof-report")
    void theScreenedThemesComeBackAsTheyWereFed() throws Exception {
        int scale = FULL ? 1 : 30;
        int families = SCREENED_FAMILIES / scale;
        List<List<String>> themes = new ArrayList<>();
        for (int i = 0; i < families; i++) {
            themes.add(new ArrayList<>());
        }
        int next = 0;
        for (var theme : SCREENED.entrySet()) {
            for (int i = 0; i < theme.getValue() / scale; i++) {
                themes.get(next++ % families).add(theme.getKey());
            }
        }
        List<ObjectNode> bodies = new ArrayList<>();
        for (int i = 0; i < families; i++) {
            bodies.add(GeneratedFamilies.screened(YearMonth.of(2016, 4 + i % 9), themes.get(i)));
        }

        sendAll(COUNCIL, bodies);

        JsonNode report = officers("from=2016-04&to=2016-12").json();
        assertThat(sum(report, "screened")).isEqualTo(families);
        SCREENED.forEach((theme, count) ->
                assertThat(sum(report, "theme-" + theme)).as(theme).isEqualTo(count / scale));
    }

    @Test
    void aPartnerSeesNoCountUnderFiveAndAnOfficerSeesEach() throws Exception {
        YearMonth month = YearMonth.of(2014, 6);
        sendAll(COUNCIL, GeneratedFamilies.referrals(month, "request", "early-help-support", 12, 6));
        sendAll("fenland-academy", GeneratedFamilies.referrals(month, "request", "early-help-support", 3, 2));

        JsonNode exact = officers("from=2014-06&to=2014-06&by=agency").json();
        JsonNode shown = partners("from=2014-06&to=2014-06&by=agency").json();

        PublishedAnswers.assertFits("earlyHelpReport", exact.toString());
        PublishedAnswers.assertFits("earlyHelpReport", shown.toString());
        assertThat(counts(exact, "request", "fenland-academy")).containsExactly(3, 2);
        assertThat(counts(exact, "request", COUNCIL)).containsExactly(12, 6);
        assertThat(row(shown, month, "request").path("children").asInt()).isEqualTo(15);
        for (String agency : List.of("fenland-academy", COUNCIL)) {
            assertThat(line(shown, "request", agency).path("children").isNull()).isTrue();
            assertThat(line(shown, "request", agency).path("families").isNull()).isTrue();
        }
        assertThat(shown.path("rows")
                        .valueStream()
                        .flatMap(it -> List.of(it.path("children"), it.path("families")).stream()))
                .allMatch(it -> it.isNull() || it.asInt() >= 5);
        assertThat(shown.path("smallCountsSuppressed").asBoolean()).isTrue();
        assertThat(exact.path("smallCountsSuppressed").asBoolean()).isFalse();
    }

    @Test
    void districtsCountAsTheirAuthorityAndOfficersMayCross() throws Exception {
        YearMonth month = YearMonth.of(2014, 7);
        sendAll(COUNCIL, GeneratedFamilies.referrals(month, "step-down", "early-help-support", 6, 6));

        JsonNode report = officers("from=2014-07&to=2014-07&by=area-and-agency").json();

        JsonNode line = report.path("rows")
                .valueStream()
                .filter(it -> it.path("figure").asString().equals("step-down"))
                .filter(it -> it.path("area").asString("").equals("E10000003"))
                .filter(it -> it.path("agency").asString("").equals(COUNCIL))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("children").asInt()).isEqualTo(6);
    }

    @Test
    void theSameAsCsv() throws Exception {
        YearMonth month = YearMonth.of(2014, 8);
        sendAll(COUNCIL, GeneratedFamilies.referrals(month, "co-working", "early-help-support", 7, 5));

        Reply csv = service.call(service.request("/reports/early-help?from=2014-08&to=2014-08", partner())
                .header("Accept", "text/csv")
                .GET());

        assertThat(csv.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        assertThat(csv.text().lines().toList())
                .startsWith("month,area,agency,figure,children,families")
                .contains("2014-08,all,all,co-working,7,5", "2014-08,all,all,step-up,suppressed,suppressed");
    }

    @Test
    void whatWasTakenOnAndEndedIsCountedWithItsProgressAndReturns() {
        ObjectNode body = GeneratedFamilies.referrals(YearMonth.of(2012, 1), "request", "early-help-support", 1, 1)
                .getFirst();
        String id = send("fenland-academy", body);
        String hub = "early-help-hub-cambridgeshire";
        service.deliveredOnly(id, hub, COUNCIL);
        answer(id, hub, "{\"state\": \"accepted\"}");
        answer(id, hub, "{\"state\": \"completed\", \"outcome\": \"needs-met\"}");
        happened(id, "accepted", "2012-02-01T09:00:00Z");
        happened(id, "completed", "2012-05-20T09:00:00Z");
        measured(id, "2012-02-02", 3);
        measured(id, "2012-05-19", 7);
        ObjectNode again = body.deepCopy();
        again.put("occurredAt", "2013-01-10T09:00:00Z");
        send("fenland-academy", again);

        JsonNode report = officers("from=2012-02&to=2012-05").json();

        assertThat(counts(report, YearMonth.of(2012, 2), "open")).containsExactly(1, 1);
        assertThat(counts(report, YearMonth.of(2012, 4), "open")).containsExactly(1, 1);
        assertThat(counts(report, YearMonth.of(2012, 5), "open")).containsExactly(0, 0);
        assertThat(counts(report, YearMonth.of(2012, 5), "closed")).containsExactly(1, 1);
        assertThat(counts(report, YearMonth.of(2012, 5), "progress-positive")).containsExactly(1, 1);
        assertThat(counts(report, YearMonth.of(2012, 5), "re-referred")).containsExactly(1, 1);
        assertThat(counts(report, YearMonth.of(2012, 4), "closed")).containsExactly(0, 0);
    }

    @Test
    void aReportNamesNobody() throws Exception {
        List<ObjectNode> bodies =
                GeneratedFamilies.referrals(YearMonth.of(2014, 9), "request", "early-help-support", 6, 6);
        sendAll(COUNCIL, bodies);

        String told = officers("from=2014-09&to=2014-09&by=area-and-agency").text();

        for (ObjectNode body : bodies) {
            assertThat(told)
                    .doesNotContain(body.at("/subject/name/family").asString())
                    .doesNotContain(body.at("/subject/nhsNumber").asString());
        }
        assertThat(told).doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-");
    }

    @ParameterizedTest(name = "{0} is pointed at {1}")
    @CsvSource({
        "from=2018-04&to=2018-03, /to",
        "from=2018-04&to=2021-04, /to",
        "from=2018&to=2018-11, /from",
        "from=2018-04&to=2199-01, /to",
        "from=2018-04&to=2018-04&by=postcode, /by",
        "from=2018-04&to=2018-04&by=area-and-agency, /by"
    })
    void whatCannotBeReportedIsPointedAt(String query, String pointer) {
        Reply refused = partners(query);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"referral.read", "story.read"})
    void aReportNeedsItsScope(String scope) {
        String token = TestIssuer.shared().partner(COUNCIL, scope).signed();

        assertThat(service.call(service.request("/reports/early-help?from=2018-04&to=2018-04", token)
                                .GET())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void anOperatorIsNoOfficerHere() {
        String token = TestIssuer.shared()
                .officer("an-operator", "operator", "report.read")
                .signed();

        Reply shown = service.call(service.request("/reports/early-help?from=2018-04&to=2018-04", token)
                .GET());

        assertThat(shown.json().path("smallCountsSuppressed").asBoolean()).isTrue();
    }

    private void answer(String id, String recipient, String words) {
        ObjectNode body = Bodies.object(words).put("recipient", recipient);
        assertThat(service.post(COUNCIL, "/referrals/" + id + "/responses", body.toString())
                        .status())
                .isEqualTo(200);
    }

    /** As the owner of the database: no partner can say that it answered years ago. */
    private void happened(String referral, String what, String at) {
        service.databaseAsOwner().sql("""
                        update referral_history set happened_at = ?::timestamptz
                        where referral_id = ?::uuid and happened = ?""").params(at, referral, what).update();
    }

    private void measured(String referral, String day, int reading) {
        String person = service.database()
                .sql("select person_id::text from referral where id = ?::uuid")
                .param(referral)
                .query(String.class)
                .single();
        String body = """
                {"story": {"progress": [{"tool": "outcomes-star", "star": "family-star-plus", "takenOn": "%s",
                   "areas": [{"area": "family-routine", "reading": %d}]}]}}""".formatted(day, reading);
        assertThat(service.call(service.request(
                                        "/people/" + person + "/contributions", service.token("fenland-academy"))
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(body)))
                        .status())
                .isEqualTo(201);
    }

    private String send(String partner, ObjectNode body) {
        Reply sent = service.send(partner, body.toString());
        assertThat(sent.status()).as(sent.text()).isEqualTo(201);
        return sent.json().path("id").asString();
    }

    private void sendAll(String partner, List<ObjectNode> bodies) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<String>> calls = bodies.stream()
                    .<Callable<String>>map(body -> () -> send(partner, body))
                    .toList();
            for (Future<String> sent : threads.invokeAll(calls)) {
                sent.get();
            }
        }
    }

    private Reply officers(String query) {
        return report(
                query,
                TestIssuer.shared()
                        .officer("an-officer", "governance-officer", "report.read")
                        .signed());
    }

    private Reply partners(String query) {
        return report(query, partner());
    }

    private static String partner() {
        return TestIssuer.shared().partner(COUNCIL, "report.read").signed();
    }

    private Reply report(String query, String token) {
        return service.call(
                service.request("/reports/early-help?" + query, token).GET());
    }

    private static JsonNode row(JsonNode report, YearMonth month, String figure) {
        return report.path("rows")
                .valueStream()
                .filter(it -> it.path("month").asString().equals(month.toString()))
                .filter(it -> it.path("figure").asString().equals(figure))
                .filter(it -> !it.has("area") && !it.has("agency"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode line(JsonNode report, String figure, String agency) {
        return report.path("rows")
                .valueStream()
                .filter(it -> it.path("figure").asString().equals(figure))
                .filter(it -> it.path("agency").asString("").equals(agency))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> counts(JsonNode report, String figure, String agency) {
        JsonNode line = line(report, figure, agency);
        return Arrays.asList(
                line.path("children").asInt(), line.path("families").asInt());
    }

    private static List<Integer> counts(JsonNode report, YearMonth month, String figure) {
        JsonNode row = row(report, month, figure);
        return Arrays.asList(row.path("children").asInt(), row.path("families").asInt());
    }

    private static int sum(JsonNode report, String figure) {
        return report.path("rows")
                .valueStream()
                .filter(it -> it.path("figure").asString().equals(figure) && !it.has("area") && !it.has("agency"))
                .mapToInt(it -> it.path("families").asInt())
                .sum();
    }
}
