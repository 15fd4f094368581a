package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.store.RecipientHealth;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.contract.PublishedAnswers;
import tools.jackson.databind.JsonNode;

/** What operators see of deliveries and partners: how things stand, and nothing about anybody. */
class OperatorsSeeDeliveriesIT {

    private static final TestHub HUB =
            TestHub.start("hub.deliveries.circuit.least=3", "hub.deliveries.circuit.window=3");
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
        HUB.everyPartnerAnswers(okJson("{\"reference\":\"CASE-1\"}"));
    }

    @Test
    void whatWasGivenUpIsListedWithItsAttemptAndWithoutThePerson() {
        HUB.partnerAnswers(TestHub.COUNCIL, aResponse().withStatus(422).withBody("not Idris Marlow again"));
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.GIVEN_UP);

        HttpResponse<String> answer =
                HUB.read("/deliveries?state=given-up&partner=cambridgeshire-county-council", OPERATOR);

        PublishedAnswers.assertFits("deliveries", answer.body());
        JsonNode shown = listed(answer, delivery);
        assertThat(shown.path("kind").asString()).isEqualTo("referral");
        assertThat(shown.path("reason").asString()).isEqualTo("recipient-answered-422");
        assertThat(shown.path("attempts").path(0).path("status").asInt()).isEqualTo(422);
        assertThat(shown.path("attempts").path(0).path("outcome").asString()).isEqualTo("given-up");
        assertThat(answer.body()).doesNotContain(child.toString(), source, "Marlow", "CASE");
    }

    @Test
    void whatWaitsForAConsentSaysSo() {
        HUB.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);

        JsonNode shown = listed(HUB.read("/deliveries?state=parked", OPERATOR), delivery);

        assertThat(shown.path("missing").asString()).isEqualTo("consent");
        assertThat(shown.has("nextAttempt")).isFalse();
    }

    @Test
    void pagesLeadThroughAllAndNoneTwice() {
        HUB.consentService.refuse(child, Missing.CONSENT);
        List<UUID> deliveries = List.of(
                HUB.request(child, TestHub.POLICE, source),
                HUB.request(child, TestHub.POLICE, source),
                HUB.request(child, TestHub.POLICE, source));
        deliveries.forEach(it -> settled(it, Outcome.PARKED));

        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            JsonNode page = TestHub.json(
                    HUB.read("/deliveries?limit=1&state=parked&partner=cambridgeshire-constabulary" + next, OPERATOR));
            assertThat(page.path("items")).hasSize(1);
            assertThat(seen.add(page.at("/items/0/id").asString())).isTrue();
            next = page.has("next") ? "&after=" + page.path("next").asString() : "";
        } while (!next.isEmpty());

        assertThat(seen).containsAll(deliveries.stream().map(UUID::toString).toList());
    }

    @Test
    void anOutageIsOneIncidentUntilTheRecipientTakesDeliveriesAgain() {
        HUB.partnerAnswers(TestHub.SCHOOL, aResponse().withStatus(503));
        List<UUID> deliveries = List.of(
                HUB.request(child, TestHub.SCHOOL, source),
                HUB.request(child, TestHub.SCHOOL, source),
                HUB.request(child, TestHub.SCHOOL, source));
        SOON.until(() -> health(TestHub.SCHOOL).has("incident"));
        JsonNode down = health(TestHub.SCHOOL);
        assertThat(down.path("failingSince").asString()).isNotEmpty();
        assertThat(down.path("failure").asString()).isEqualTo("recipient-answered-503");
        assertThat(down.path("waiting").asInt()).isEqualTo(3);
        JsonNode failing = listed(HUB.read("/deliveries?state=failing", OPERATOR), deliveries.getFirst());
        assertThat(failing.at("/attempts/0/status").asInt()).isEqualTo(503);

        HUB.partnerAnswers(TestHub.SCHOOL, okJson("{}"));
        deliveries.forEach(it -> settled(it, Outcome.DELIVERED));

        SOON.untilAsserted(() -> {
            JsonNode up = health(TestHub.SCHOOL);
            assertThat(up.has("incident")).isFalse();
            assertThat(up.has("failingSince")).isFalse();
            assertThat(up.path("lastSuccess").asString()).isNotEmpty();
            assertThat(up.path("waiting").asInt()).isZero();
            assertThat(up.path("incidents").size()).isEqualTo(1);
            assertThat(up.at("/incidents/0/closed").asString()).isNotEmpty();
        });
    }

    @Test
    void whereAnAgreementIsStillNeededIsSaid() {
        HUB.consentService.agreements("{\"partner\":\"cpft\",\"until\":\"2027-03-31\"}");
        SOON.untilAsserted(() -> {
            assertThat(partner("cpft").path("agreement").asString()).isEqualTo("in-force");
            assertThat(partner("cpft").path("agreementUntil").asString()).isEqualTo("2027-03-31");
            assertThat(partner("fenland-academy").path("agreement").asString()).isEqualTo("needed");
        });
    }

    @Test
    void whenACertificateLapsesIsSaid() {
        HUB.context
                .getBean(RecipientHealth.class)
                .certificateGoodUntil(TestHub.POLICE, Instant.parse("2026-12-24T00:00:00Z"));
        assertThat(health(TestHub.POLICE).path("certificateUntil").asString()).isEqualTo("2026-12-24T00:00:00Z");
    }

    @Test
    void nobodyButAnOperatorSeesThem() {
        String partner = ISSUER.partner("fenland-academy", "mailbox.read").signed();
        String officer = ISSUER.officer("officer.adeyemi", "governance-officer", "stay.oversee")
                .signed();
        for (String path : List.of("/deliveries", "/partners/health")) {
            assertThat(HUB.read(path, partner).statusCode()).isEqualTo(403);
            assertThat(HUB.read(path, officer).statusCode()).isEqualTo(403);
            assertThat(HUB.read(path, OPERATOR).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatIsAskedWronglySaysHowToAsk() {
        for (String wrong : List.of("state=lost", "partner=Nobody!", "after=yesterday", "limit=0")) {
            HttpResponse<String> answer = HUB.read("/deliveries?" + wrong, OPERATOR);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(TestHub.json(answer).at("/errors/0/pointer").asString())
                    .isEqualTo("/" + wrong.substring(0, wrong.indexOf('=')));
        }
    }

    private static JsonNode partner(String id) {
        return TestHub.json(HUB.read("/partners/health", OPERATOR))
                .path("items")
                .valueStream()
                .filter(it -> it.path("partner").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode health(RecipientId recipient) {
        HttpResponse<String> answer = HUB.read("/partners/health", OPERATOR);
        PublishedAnswers.assertFits("partnersHealth", answer.body());
        return TestHub.json(answer)
                .path("items")
                .valueStream()
                .flatMap(it -> it.path("recipients").valueStream())
                .filter(it -> it.path("recipient").asString().equals(recipient.value()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode listed(HttpResponse<String> answer, UUID delivery) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestHub.json(answer)
                .path("items")
                .valueStream()
                .filter(it -> it.path("id").asString().equals(delivery.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static void settled(UUID delivery, Outcome outcome) {
        SOON.until(() -> HUB.outcomes(delivery).contains(outcome));
    }
}
