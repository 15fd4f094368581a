package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.event.HubEvent.ConsentGiven;
import org.partnerhub.contracts.event.HubEvent.ConsentRefused;
import org.partnerhub.contracts.event.HubEvent.ConsentWithdrawn;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.event.HubEvent.OverrideAuthorised;
import org.partnerhub.contracts.event.HubEvent.ReleaseGiven;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.RecipientId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeliveryIT {

    private static TestHub hub;

    private final PersonId child = PersonId.fresh();
    private final String source = "referral/" + UUID.randomUUID();

    @BeforeAll
    static void start() {
        hub = TestHub.start("hub.deliveries.circuit.least=1000", "hub.deliveries.circuit.window=1000");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @BeforeEach
    void everybodyAnswers() {
        hub.everyPartnerAnswers(okJson("{\"reference\":\"CASE-1\"}"));
    }

    @Test
    void whatIsPermittedArrivesSignedAndIsSettled() {
        hub.consentService.permitOnly(child, Category.IDENTITY);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source, Set.of(Category.IDENTITY, Category.POLICE));

        DisclosureSettled settled = settled(delivery, Outcome.DELIVERED);
        assertThat(settled.attempt()).isEqualTo(1);
        assertThat(settled.decision()).isNotNull();
        LoggedRequest received = hub.receivedBy(TestHub.COUNCIL, delivery).getFirst();
        JsonNode body = JsonMapper.shared().readTree(received.getBodyAsString());
        assertThat(Schemas.bundled().violations("disclosure", body)).isEmpty();
        assertThat(body.path("withheld").path(0).path("category").asString()).isEqualTo("police");
        assertThat(body.path("checkpoint").asString()).isEqualTo(ConsentServiceStub.CHECKPOINT);
        assertThat(settled.contentHash()).isEqualTo(Hashes.sha256(received.getBody()));
        assertThat(received.getHeader("signature-input")).contains("alg=\"ed25519\"");
        assertThat(acknowledgementOf(delivery)).isEqualTo("CASE-1");
    }

    @Test
    void theSameRequestTwiceIsOneDelivery() {
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.DELIVERED);
        hub.publish(new org.partnerhub.contracts.event.HubEvent.DisclosureRequested(
                delivery,
                child,
                TestHub.COUNCIL,
                TestHub.EARLY_HELP,
                Set.of(Category.IDENTITY),
                source,
                new org.partnerhub.contracts.sharing.PartnerId("fenland-academy"),
                null));
        UUID next = hub.request(PersonId.fresh(), TestHub.COUNCIL, source);
        settled(next, Outcome.DELIVERED);

        assertThat(hub.receivedBy(TestHub.COUNCIL, delivery)).hasSize(1);
    }

    @Test
    void whatIsNotFinishedIsDecidedAfreshUnderTheIdThatItsSubjectWasMergedInto() {
        PersonId survivor = PersonId.fresh();
        hub.consentService.refuse(child, Missing.CONSENT);
        hub.consentService.permit(survivor);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);

        hub.publish(new org.partnerhub.contracts.event.HubEvent.DisclosureRequested(
                delivery,
                survivor,
                TestHub.COUNCIL,
                TestHub.EARLY_HELP,
                Set.of(Category.IDENTITY),
                source,
                new org.partnerhub.contracts.sharing.PartnerId("fenland-academy"),
                null));

        assertThat(settled(delivery, Outcome.DELIVERED).subject()).isEqualTo(survivor);
        assertThat(hub.receivedBy(TestHub.COUNCIL, delivery)).hasSize(1);
    }

    @Test
    void refusedForWantOfConsentIsParkedAndGoesOnWhenTheConsentComes() {
        hub.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        assertThat(settled(delivery, Outcome.PARKED).missing()).isEqualTo("consent");
        assertThat(hub.receivedBy(TestHub.COUNCIL, delivery)).isEmpty();

        hub.consentService.permit(child);
        hub.publish(new ConsentGiven(ConsentId.fresh(), child));

        assertThat(settled(delivery, Outcome.DELIVERED).attempt()).isEqualTo(2);
    }

    @Test
    void parkedForConsentItGoesOnWhenSharingWithoutItIsAuthorised() {
        hub.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);

        hub.consentService.permit(child);
        hub.publish(new OverrideAuthorised(OverrideId.fresh(), child));

        assertThat(settled(delivery, Outcome.DELIVERED).attempt()).isEqualTo(2);
    }

    @Test
    void parkedForAReleaseItGoesOnWhenANamedPersonReleasesIt() {
        hub.consentService.refuse(child, Missing.RELEASE);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        assertThat(settled(delivery, Outcome.PARKED).missing()).isEqualTo("release");

        hub.consentService.permit(child);
        hub.publish(new ReleaseGiven(ReleaseId.fresh(), child));

        assertThat(settled(delivery, Outcome.DELIVERED).attempt()).isEqualTo(2);
    }

    @Test
    void aConsentThatComesWhileItIsBeingRefusedIsNotMissed() throws InterruptedException {
        var deciding = new CountDownLatch(1);
        var given = new CountDownLatch(1);
        hub.consentService.answer(child, request -> {
            deciding.countDown();
            awaitLatch(given);
            hub.consentService.permit(child);
            return ConsentServiceStub.refusal(request, Missing.CONSENT);
        });
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        assertThat(deciding.await(5, TimeUnit.SECONDS)).isTrue();
        hub.publish(new ConsentGiven(ConsentId.fresh(), child));
        await().until(() -> hub.database
                .sql("select news from delivery where id = :id")
                .param("id", delivery)
                .query(Boolean.class)
                .single());
        given.countDown();

        settled(delivery, Outcome.DELIVERED);
    }

    @Test
    void aRefusedConsentEndsWhatWaitedForIt() {
        hub.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);

        hub.consentService.refuse(child, Missing.NOTHING);
        hub.publish(new ConsentRefused(ConsentId.fresh(), child));

        settled(delivery, Outcome.REFUSED);
        assertThat(hub.receivedBy(TestHub.COUNCIL, delivery)).isEmpty();
    }

    @Test
    void decidedAgainstForGoodIsRefusedAndNothingLeaves() {
        hub.consentService.refuse(child, Missing.NOTHING);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);

        assertThat(settled(delivery, Outcome.REFUSED).reason()).isEqualTo("no-consent");
        assertThat(hub.receivedBy(TestHub.COUNCIL, delivery)).isEmpty();
    }

    @Test
    void whatTheRecipientTurnsAwayIsGivenUpAndTold() {
        hub.partnerAnswers(TestHub.COUNCIL, aResponse().withStatus(422).withBody("no thank you, Idris Marlow"));
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);

        assertThat(settled(delivery, Outcome.GIVEN_UP).reason()).isEqualTo("recipient-answered-422");
        assertThat(hub.consentService.askedAbout(child)).hasSize(1);
    }

    @Test
    void aDutyThatTheRecipientTurnsAwayIsLeftToAPerson() {
        hub.consentService.permitOn(child, GroundKind.STATUTORY_DUTY);
        hub.partnerAnswers(TestHub.COUNCIL, aResponse().withStatus(404));
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);

        settled(delivery, Outcome.MANUAL);
        assertThat(hub.stateOf(delivery)).isEqualTo("MANUAL");
    }

    @Test
    void aSilentRecipientLeavesItUnknownAndItIsTriedAgainUnderANewPermit() {
        hub.partnerAnswers(TestHub.SCHOOL, okJson("{}").withFixedDelay(30_000));
        UUID delivery = hub.request(child, TestHub.SCHOOL, source);
        assertThat(settled(delivery, Outcome.UNKNOWN).reason()).isEqualTo("timeout");

        hub.partnerAnswers(TestHub.SCHOOL, okJson("{}"));

        assertThat(settled(delivery, Outcome.DELIVERED).attempt()).isGreaterThan(1);
        List<DecisionRequest> asked = hub.consentService.askedAbout(child);
        assertThat(asked).extracting(DecisionRequest::delivery).containsOnly(delivery);
        assertThat(asked).extracting(DecisionRequest::attempt).doesNotHaveDuplicates();
    }

    @Test
    void aRedirectIsNeverFollowed() {
        hub.partnerAnswers(TestHub.POLICE, aResponse().withStatus(307).withHeader("Location", "/elsewhere"));
        UUID delivery = hub.request(child, TestHub.POLICE, source);
        settled(delivery, Outcome.UNKNOWN);

        hub.partners.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
        hub.partnerAnswers(TestHub.POLICE, okJson("{}"));
        settled(delivery, Outcome.DELIVERED);
    }

    @Test
    void contentBeyondThePermitIsNotSent() {
        hub.consentService.permitOnly(child, Category.POLICE);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source, Set.of(Category.IDENTITY, Category.POLICE));

        assertThat(settled(delivery, Outcome.FAILED).reason()).isEqualTo("content-exceeds-permit");
        assertThat(hub.receivedBy(TestHub.COUNCIL, delivery)).isEmpty();
        hub.consentService.permit(child);
        settled(delivery, Outcome.DELIVERED);
    }

    @Test
    void anotherWorkerTakesOverWhatAKilledOneHeld() {
        hub.consentService.refuse(child, Missing.AGREEMENT);
        UUID delivery = hub.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);
        hub.consentService.permit(child);
        hub.database
                .sql("update delivery set state = 'SENDING', attempts = 7, lease_until = now() where id = :id")
                .param("id", delivery)
                .update();

        DisclosureSettled lost = settled(delivery, Outcome.UNKNOWN);
        assertThat(lost.attempt()).isEqualTo(7);
        assertThat(lost.reason()).isEqualTo("worker-lost");
        assertThat(settled(delivery, Outcome.DELIVERED).attempt()).isEqualTo(8);
    }

    @Test
    void anUnknownRecipientIsRefused() {
        UUID delivery = hub.request(child, new RecipientId("nobody-we-know"), source);

        assertThat(settled(delivery, Outcome.REFUSED).reason()).isEqualTo("unknown-recipient");
    }

    @Test
    void aFhirRecipientIsReachedThroughTheAdapterWithThePermit() {
        hub.fhirAdapter.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(
                        urlEqualTo("/internal/fhir/messages"))
                .willReturn(okJson(
                        "{\"outcome\":\"delivered\",\"acknowledgement\":\"Bundle/1\",\"contentHash\":\"ab12\"}")));
        UUID delivery = hub.request(child, TestHub.CAMHS, source);

        assertThat(settled(delivery, Outcome.DELIVERED).contentHash()).isEqualTo("ab12");
        assertThat(hub.consentService.askedAbout(child).getFirst().audience())
                .containsExactlyInAnyOrder("referral-service", "fhir-adapter");
        LoggedRequest order = hub.fhirAdapter
                .findAll(postRequestedFor(urlEqualTo("/internal/fhir/messages")))
                .getFirst();
        assertThat(order.getHeader("Hub-Permit")).isNotBlank();
        JsonNode body = JsonMapper.shared().readTree(order.getBodyAsString());
        assertThat(body.path("recipient").asString()).isEqualTo("cpft-camhs");
        assertThat(body.path("endpoint").asString()).endsWith("/cpft-camhs");
        assertThat(Schemas.bundled().violations("disclosure", body.path("disclosure")))
                .isEmpty();
    }

    @Test
    void holdersAreToldOfAWithdrawalAndNothingMore() {
        ConsentId consent = ConsentId.fresh();
        var holding = new Holding(
                TestHub.POLICE,
                TestHub.EARLY_HELP,
                Set.of(Category.IDENTITY, Category.VOICE),
                java.time.Instant.parse("2026-11-01T10:00:00Z"),
                java.time.Instant.parse("2026-11-02T10:00:00Z"));
        hub.publish(new ConsentWithdrawn(consent, child, List.of(holding)));

        await().until(() ->
                hub.settled.stream().anyMatch(it -> it.subject().equals(child) && it.outcome() == Outcome.DELIVERED));
        DecisionRequest asked = hub.consentService.askedAbout(child).getFirst();
        assertThat(asked.categories()).isEmpty();
        assertThat(asked.audience()).containsExactly("notification-service");
        JsonNode body = JsonMapper.shared()
                .readTree(hub.receivedBy(TestHub.POLICE, asked.delivery())
                        .getFirst()
                        .getBodyAsString());
        assertThat(Schemas.bundled().violations("disclosure", body)).isEmpty();
        assertThat(body.path("kind").asString()).isEqualTo("withdrawal");
        assertThat(body.path("reference").asString()).isEqualTo("withdrawal/" + consent);
        assertThat(body.path("content").isEmpty()).isTrue();
        assertThat(body.path("ended").path("purpose").asString()).isEqualTo("early-help-support");
    }

    private static DisclosureSettled settled(UUID delivery, Outcome outcome) {
        await().until(() -> hub.outcomes(delivery).contains(outcome));
        return hub.settled(delivery).stream()
                .filter(it -> it.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    private static String acknowledgementOf(UUID delivery) {
        return hub.database
                .sql("select acknowledgement from delivery_attempt where delivery = :id")
                .param("id", delivery)
                .query(String.class)
                .single();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
