package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** While a partner is paused its deliveries wait; nothing is lost, and nobody else notices. */
class PausedPartnersIT {

    private static final TestHub HUB =
            TestHub.start("hub.deliveries.circuit.least=1000", "hub.deliveries.circuit.window=1000");
    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final String OPERATOR = ISSUER.officer(
                    "operator.davies", "operator", "delivery.oversee", "partner.write")
            .signed();
    private static final String SCHOOL = "fenland-academy";
    private static final String CAMBRIDGESHIRE = "cambridgeshire-county-council";
    private static final String PETERBOROUGH = "peterborough-city-council";
    private static final ConditionFactory SOON = await().atMost(Duration.ofSeconds(30));

    private final PersonId child = PersonId.fresh();
    private final String source = "referral/" + UUID.randomUUID();

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @BeforeEach
    void allIsWell() {
        HUB.everyPartnerAnswers(okJson("{}"));
        HUB.consentService.notesLooks(true);
    }

    @AfterEach
    void nobodyStaysPaused() {
        HUB.database
                .sql("delete from recipient_operator where recipient = :recipient and partner = :partner")
                .param("recipient", TestHub.COUNCIL.value())
                .param("partner", PETERBOROUGH)
                .update();
        HUB.consentService.notesLooks(true);
        for (String partner : List.of(SCHOOL, CAMBRIDGESHIRE, PETERBOROUGH)) {
            if (health(partner).path("paused").asBoolean()) {
                assertThat(pause(partner, false).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void whatIsForAPausedPartnerWaitsAndArrivesAfterwards() {
        HttpResponse<String> paused = pause(SCHOOL, true);
        PublishedAnswers.assertFits("partnerPause", paused.body());
        JsonNode noted = HUB.consentService.looksAt("partner/" + SCHOOL).getLast();
        assertThat(noted.path("kindOfLook").asString()).isEqualTo("partner-paused");
        assertThat(noted.path("officer").asString()).isEqualTo("operator.davies");
        assertThat(noted.path("reason").asString()).isEqualTo("Their server is changed tonight.");

        UUID waiting = HUB.request(child, TestHub.SCHOOL, source);
        UUID other = HUB.request(child, TestHub.COUNCIL, source);
        settled(other, Outcome.DELIVERED);

        assertThat(HUB.stateOf(waiting)).isEqualTo("DUE");
        assertThat(attempts(waiting)).isZero();
        assertThat(listed(waiting).path("paused").asBoolean()).isTrue();
        assertThat(health(SCHOOL).path("pausedBy").asString()).isEqualTo("operator.davies");
        assertThat(health(SCHOOL).path("pauseReason").asString()).isEqualTo("Their server is changed tonight.");

        assertThat(pause(SCHOOL, false).statusCode()).isEqualTo(200);
        settled(waiting, Outcome.DELIVERED);
        assertThat(health(SCHOOL).path("paused").asBoolean()).isFalse();
    }

    @Test
    void whatWaitedLongIsNotTooOldAfterwards() {
        pause(SCHOOL, true);
        UUID waiting = HUB.request(child, TestHub.SCHOOL, source);
        SOON.until(() -> HUB.stateOf(waiting).equals("DUE"));
        HUB.database
                .sql("update delivery set fresh_at = now() - interval '30 days' where id = :id")
                .param("id", waiting)
                .update();
        HUB.partnerAnswers(TestHub.SCHOOL, aResponse().withStatus(429));

        pause(SCHOOL, false);

        settled(waiting, Outcome.FAILED);
        HUB.partnerAnswers(TestHub.SCHOOL, okJson("{}"));
        settled(waiting, Outcome.DELIVERED);
    }

    @Test
    void aPauseOfOneOfTwoHoldsNothingThatTheOtherRunsTooDutiesIncluded() {
        bothRunIt();
        pause(PETERBOROUGH, true);

        UUID duty = request("safeguarding", TestHub.COUNCIL);
        UUID help = request("early-help-support", TestHub.COUNCIL);

        settled(duty, Outcome.DELIVERED);
        settled(help, Outcome.DELIVERED);
    }

    @Test
    void whatTwoRunWaitsWhileBothArePausedAndGoesOnWithTheFirst() {
        bothRunIt();
        pause(PETERBOROUGH, true);
        pause(CAMBRIDGESHIRE, true);
        UUID duty = request("safeguarding", TestHub.COUNCIL);
        settled(request("safeguarding", TestHub.SCHOOL), Outcome.DELIVERED);
        assertThat(attempts(duty)).isZero();
        assertThat(listed(duty).path("paused").asBoolean()).isTrue();

        pause(CAMBRIDGESHIRE, false);

        settled(duty, Outcome.DELIVERED);
        assertThat(health(PETERBOROUGH).path("paused").asBoolean()).isTrue();
    }

    @Test
    void whatWasNotHeldGetsNoYoungerWhenAPartnerGoesOn() {
        HUB.partnerAnswers(TestHub.COUNCIL, aResponse().withStatus(503));
        bothRunIt();
        pause(PETERBOROUGH, true);
        UUID failing = request("early-help-support", TestHub.COUNCIL);
        settled(failing, Outcome.UNKNOWN);
        HUB.database
                .sql("update delivery set fresh_at = now() - interval '2 hours' where id = :id")
                .param("id", failing)
                .update();

        pause(PETERBOROUGH, false);

        assertThat(HUB.database
                        .sql("select fresh_at < now() - interval '1 hour' from delivery where id = :id")
                        .param("id", failing)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** Peterborough runs Cambridgeshire's hub with it, until the test is over. */
    private static void bothRunIt() {
        HUB.database
                .sql("insert into recipient_operator (recipient, partner) values (:recipient, :partner)")
                .param("recipient", TestHub.COUNCIL.value())
                .param("partner", PETERBOROUGH)
                .update();
    }

    private UUID request(String purpose, RecipientId recipient) {
        return HUB.request(child, recipient, source, Set.of(Category.IDENTITY), new Purpose(purpose));
    }

    @Test
    void whoLookedBeforeSomebodyElseChangedItIsTold() {
        int seen = health(SCHOOL).path("version").asInt();
        assertThat(put(SCHOOL, true, seen).statusCode()).isEqualTo(200);

        HttpResponse<String> late = put(SCHOOL, false, seen);

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(TestHub.json(late).path("detail").asString()).startsWith("Somebody else");
        assertThat(health(SCHOOL).path("paused").asBoolean()).isTrue();
    }

    @Test
    void nothingIsPausedThatTheLogDoesNotNote() {
        HUB.consentService.notesLooks(false);

        assertThat(pause(CAMBRIDGESHIRE, true).statusCode()).isEqualTo(503);

        assertThat(health(CAMBRIDGESHIRE).path("paused").asBoolean()).isFalse();
        settled(HUB.request(child, TestHub.COUNCIL, source), Outcome.DELIVERED);
    }

    @Test
    void onlyAnOperatorMayAndOnlyAKnownPartner() {
        String watching = ISSUER.officer("officer.adeyemi", "governance-officer", "stay.oversee")
                .signed();
        String body = "{\"paused\":true,\"reason\":\"x\",\"version\":0}";
        assertThat(HUB.put("/partners/" + SCHOOL + "/pause", watching, body).statusCode())
                .isEqualTo(403);
        assertThat(HUB.put("/partners/nobody/pause", OPERATOR, body).statusCode())
                .isEqualTo(404);
        assertThat(HUB.put("/partners/" + SCHOOL + "/pause", OPERATOR, "{\"paused\":true}")
                        .statusCode())
                .isEqualTo(400);
    }

    private static HttpResponse<String> pause(String partner, boolean paused) {
        return put(partner, paused, health(partner).path("version").asInt());
    }

    private static HttpResponse<String> put(String partner, boolean paused, int version) {
        return HUB.put(
                "/partners/" + partner + "/pause",
                OPERATOR,
                "{\"paused\":%s,\"reason\":\"Their server is changed tonight.\",\"version\":%s}"
                        .formatted(paused, version));
    }

    private static JsonNode health(String partner) {
        HttpResponse<String> answer = HUB.read("/partners/health", OPERATOR);
        PublishedAnswers.assertFits("partnersHealth", answer.body());
        return TestHub.json(answer)
                .path("items")
                .valueStream()
                .filter(it -> it.path("partner").asString().equals(partner))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode listed(UUID delivery) {
        return TestHub.json(HUB.read("/deliveries?state=due", OPERATOR))
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(delivery.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static int attempts(UUID delivery) {
        return HUB.database
                .sql("select attempts from delivery where id = :id")
                .param("id", delivery)
                .query(Integer.class)
                .single();
    }

    private static void settled(UUID delivery, Outcome outcome) {
        SOON.until(() -> HUB.outcomes(delivery).contains(outcome));
    }
}
