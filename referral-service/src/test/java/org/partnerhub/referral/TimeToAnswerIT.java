package org.partnerhub.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.referral.RunningService.Reply;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** Three referrals to two recipients each: one answers them after 2, 4 and 100 hours, the other never. */
class TimeToAnswerIT {

    private static final String SCHOOL = "fenland-academy";
    private static final String CAMHS = "cpft-camhs";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Instant MONDAY = Instant.parse("2026-11-02T10:00:00Z");

    private static final MovedClock CLOCK = new MovedClock(MONDAY);
    private static RunningService service;

    @BeforeAll
    static void referralsAreAnswered() {
        SiblingsPlayed siblings = new SiblingsPlayed();
        service = RunningService.on(RunningService.freshParts(), siblings, CLOCK);
        siblings.everythingAnswers();
        for (int hours : new int[] {2, 4, 100}) {
            CLOCK.moveTo(MONDAY);
            String id = taken();
            CLOCK.moveTo(MONDAY.plus(Duration.ofHours(hours)));
            say(id, "rejected".repeat(hours / 100) + "accepted".repeat(hours < 100 ? 1 : 0));
        }
        CLOCK.moveTo(MONDAY);
        String takenBack = taken();
        Reply cancelled =
                service.post(SCHOOL, "/referrals/" + takenBack + "/cancellation", "{\"reason\": \"no-longer-needed\"}");
        assertThat(cancelled.status()).as(cancelled.text()).isLessThan(300);
        CLOCK.moveTo(Instant.parse("2026-11-27T10:00:00Z"));
    }

    @AfterAll
    static void stop() {
        service.stop();
    }

    private static String taken() {
        Reply reply = service.send(SCHOOL, Bodies.referral(Bodies.nhsNumber()).toString());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        String id = reply.json().path("id").asString();
        service.events()
                .expect(2, DisclosureRequested.class, "referral/" + id)
                .forEach(asked -> service.events().publish(Settled.as(Outcome.DELIVERED, asked)));
        await().atMost(SOON)
                .until(() -> service.get(SCHOOL, "/referrals/" + id).text().split("\"delivered\"", -1).length > 2);
        return id;
    }

    private static void say(String id, String state) {
        String reason = state.equals("rejected") ? ", \"reason\": \"threshold-not-met\"" : "";
        Reply reply = service.post(
                "cpft",
                "/referrals/" + id + "/responses",
                "{\"recipient\": \"" + CAMHS + "\", \"state\": \"" + state + "\"" + reason + "}");
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    }

    private static Reply ask(String query, String token) {
        return service.call(
                service.request("/reports/time-to-answer" + query, token).GET());
    }

    private static String officer() {
        return TestIssuer.shared()
                .officer("officer.adeyemi", "governance-officer", "report.read")
                .signed();
    }

    private static JsonNode report(String query) {
        Reply reply = ask(query, officer());
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        PublishedAnswers.assertFits("answerTimes", reply.text());
        return reply.json();
    }

    @Test
    void allTogetherComeFirst() {
        JsonNode total = report("?from=2026-10&to=2026-11").path("total");

        assertThat(total.path("asked").asInt()).isEqualTo(6);
        assertThat(total.path("answered").asInt()).isEqualTo(3);
        assertThat(total.path("waiting").asInt()).isEqualTo(3);
        assertThat(total.path("medianHours").asDouble()).isEqualTo(4);
        assertThat(total.path("nineInTenHours").asDouble()).isEqualTo(80.8);
    }

    @Test
    void eachRecipientHasItsOwn() {
        JsonNode rows = report("?from=2026-11&to=2026-11&by=recipient").path("rows");

        assertThat(rows.valueStream().map(it -> it.path("part").asString()))
                .containsExactly(CAMHS, "early-help-hub-cambridgeshire");
        assertThat(rows.get(0).path("answered").asInt()).isEqualTo(3);
        assertThat(rows.get(1).path("medianHours").isNull()).isTrue();
        assertThat(rows.get(1).path("overdue").asInt()).isEqualTo(3);
    }

    @Test
    void aMonthInWhichNothingWasAskedIsEmpty() {
        JsonNode report = report("?from=2026-01&to=2026-02&by=purpose");

        assertThat(report.path("total").path("asked").asInt()).isZero();
        assertThat(report.path("rows").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "?from=2026-11&to=2026-10, /to",
        "?from=2026-13&to=2026-11, /from",
        "?from=2022-01&to=2026-11, /to",
        "?from=2026-11&to=2026-11&by=child, /by"
    })
    void wrongQuestionsAreNamed(String query, String pointer) {
        Reply refused = ask(query, officer());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains(pointer);
    }

    @Test
    void partnersAndOperatorsSeeNone() {
        String partner = TestIssuer.shared().partner(SCHOOL, "report.read").signed();

        assertThat(ask("?from=2026-11&to=2026-11", partner).status()).isEqualTo(403);
        assertThat(ask("?from=2026-11&to=2026-11", service.operatorToken("report.read"))
                        .status())
                .isEqualTo(403);
    }
}
