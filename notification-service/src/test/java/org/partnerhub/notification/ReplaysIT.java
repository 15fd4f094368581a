package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** What is stuck is tried again when an operator says so, and still only what may go goes. */
class ReplaysIT {

    private static final TestHub HUB =
            TestHub.start("hub.deliveries.circuit.least=1000", "hub.deliveries.circuit.window=1000");
    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final String OPERATOR =
            ISSUER.officer("operator.davies", "operator", "delivery.oversee").signed();
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

    @Test
    void whatWasGivenUpArrivesUnderANewPermitAndTheActIsLogged() {
        UUID delivery = givenUp();
        HUB.partnerAnswers(TestHub.COUNCIL, okJson("{}"));

        JsonNode answer = replay("\"ids\":[\"" + delivery + "\"]");

        assertThat(answer.at("/replayed/0").asString()).isEqualTo(delivery.toString());
        settled(delivery, Outcome.DELIVERED);
        assertThat(HUB.consentService.askedAbout(child))
                .extracting(DecisionRequest::attempt)
                .containsExactly(1, 2);
        JsonNode noted = HUB.consentService
                .looksAt("replay/" + answer.path("replay").asString())
                .getFirst();
        assertThat(noted.path("kindOfLook").asString()).isEqualTo("deliveries-replayed");
        assertThat(noted.path("officer").asString()).isEqualTo("operator.davies");
    }

    @Test
    void whatMayNotGoStillDoesNot() {
        HUB.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);

        replay("\"ids\":[\"" + delivery + "\"]");

        SOON.until(() -> HUB.consentService.askedAbout(child).size() == 2);
        SOON.until(() -> HUB.stateOf(delivery).equals("PARKED"));
        assertThat(HUB.receivedBy(TestHub.COUNCIL, delivery)).isEmpty();
    }

    @Test
    void allOfAStateAndAPartnerGoAndNoOthers() {
        UUID council = givenUp();
        HUB.partnerAnswers(TestHub.POLICE, aResponse().withStatus(422));
        UUID police = HUB.request(child, TestHub.POLICE, source);
        settled(police, Outcome.GIVEN_UP);
        HUB.everyPartnerAnswers(okJson("{}"));

        JsonNode answer = replay("\"all\":{\"state\":\"given-up\",\"partner\":\"cambridgeshire-county-council\"}");

        assertThat(answer.path("more").asBoolean()).isFalse();
        settled(council, Outcome.DELIVERED);
        assertThat(HUB.stateOf(police)).isEqualTo("GIVEN_UP");
    }

    @Test
    void whatHasArrivedIsNotSentAgain() {
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.DELIVERED);

        JsonNode answer = replay("\"ids\":[\"" + delivery + "\"]");

        assertThat(answer.path("replayed")).isEmpty();
        assertThat(answer.at("/skipped/0").asString()).isEqualTo(delivery.toString());
        assertThat(HUB.receivedBy(TestHub.COUNCIL, delivery)).hasSize(1);
    }

    @Test
    void whatWaitedForAHandGoesByTheChannelThatThereIsNow() {
        UUID delivery = HUB.request(child, new RecipientId("directors-office-e08000025"), source);
        settled(delivery, Outcome.MANUAL);
        assertThat(replay("\"ids\":[\"" + delivery + "\"]").path("skipped"))
                .as("nobody but a hand reaches it")
                .hasSize(1);
        HUB.database
                .sql("update delivery set recipient = 'early-help-hub-cambridgeshire' where id = :id")
                .param("id", delivery)
                .update();

        replay("\"ids\":[\"" + delivery + "\"]");

        settled(delivery, Outcome.DELIVERED);
    }

    @Test
    void nothingGoesThatTheLogDoesNotNoteAndTheRequestSaysWhatIsWrong() {
        UUID delivery = givenUp();
        HUB.consentService.notesLooks(false);
        String body = "{\"reason\":\"x\",\"ids\":[\"" + delivery + "\"]}";
        assertThat(post(OPERATOR, body).statusCode()).isEqualTo(503);
        assertThat(HUB.stateOf(delivery)).isEqualTo("GIVEN_UP");

        for (String wrong : List.of(
                "{\"reason\":\"x\"}",
                "{\"ids\":[\"" + delivery + "\"]}",
                "{\"reason\":\"x\",\"ids\":[]}",
                "{\"reason\":\"x\",\"all\":{\"state\":\"delivered\"}}")) {
            assertThat(post(OPERATOR, wrong).statusCode()).as(wrong).isEqualTo(400);
        }
        String officer = ISSUER.officer("officer.adeyemi", "governance-officer", "stay.oversee")
                .signed();
        assertThat(post(officer, body).statusCode()).isEqualTo(403);
    }

    private UUID givenUp() {
        HUB.partnerAnswers(TestHub.COUNCIL, aResponse().withStatus(422));
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.GIVEN_UP);
        return delivery;
    }

    private static JsonNode replay(String which) {
        HttpResponse<String> answer = post(OPERATOR, "{\"reason\":\"Their server is back.\"," + which + "}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        PublishedAnswers.assertFits("deliveriesReplayed", answer.body());
        return TestHub.json(answer);
    }

    private static HttpResponse<String> post(String token, String body) {
        return HUB.submit("/deliveries/replays", token, body, null);
    }

    private static void settled(UUID delivery, Outcome outcome) {
        SOON.until(() -> HUB.outcomes(delivery).contains(outcome));
    }
}
