package org.partnerhub.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.event.HubEvent.AgreementChanged;
import org.partnerhub.contracts.event.HubEvent.ConsentGiven;
import org.partnerhub.contracts.event.HubEvent.ConsentNarrowed;
import org.partnerhub.contracts.event.HubEvent.ConsentRefused;
import org.partnerhub.contracts.event.HubEvent.ConsentsChanged;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.event.HubEvent.Holding;
import org.partnerhub.contracts.identity.ConsentId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What waits goes on by itself when what it waits for comes, and ends or is escalated when it does not. */
class ParkedDeliveriesIT {

    private static final TestHub HUB = TestHub.start(
            "hub.deliveries.circuit.least=1000",
            "hub.deliveries.circuit.window=1000",
            "hub.deliveries.escalate-parked-after=1s");

    private static final ConditionFactory SOON = await().atMost(Duration.ofSeconds(30));

    private final PersonId child = PersonId.fresh();
    private final String source = "referral/" + UUID.randomUUID();

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @Test
    void whatWaitsForAnAgreementGoesOnWhenOneWithItsPartnerComes() {
        HUB.consentService.refuse(child, Missing.AGREEMENT);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        assertThat(settled(delivery, Outcome.PARKED).missing()).isEqualTo("agreement");
        HUB.consentService.permit(child);
        HUB.publish(new AgreementChanged(new PartnerId("cambridgeshire-county-council")));
        assertThat(settled(delivery, Outcome.DELIVERED).attempt()).isEqualTo(2);
    }

    @Test
    void agreementWithAnotherPartnerLetsNothingGo() {
        long heard = agreementsHeard();
        HUB.consentService.refuse(child, Missing.AGREEMENT);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);
        HUB.publish(new AgreementChanged(new PartnerId("cambridgeshire-constabulary")));
        SOON.until(() -> agreementsHeard() > heard);
        age(delivery);
        assertThat(settled(delivery, Outcome.GIVEN_UP).reason())
                .as("it waited until it was too old")
                .isEqualTo("parked-too-long");
        assertThat(HUB.consentService.askedAbout(child)).hasSize(1);
    }

    @Test
    void agreementThatComesWhileItIsBeingRefusedIsNotMissed() throws InterruptedException {
        var deciding = new CountDownLatch(1);
        var agreed = new CountDownLatch(1);
        HUB.consentService.answer(child, request -> {
            deciding.countDown();
            try {
                agreed.await(5, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            HUB.consentService.permit(child);
            return ConsentServiceStub.refusal(request, Missing.AGREEMENT);
        });
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        assertThat(deciding.await(5, TimeUnit.SECONDS)).isTrue();
        HUB.publish(new AgreementChanged(new PartnerId("cambridgeshire-county-council")));
        SOON.until(() -> HUB.database
                .sql("select news from delivery where id = :id")
                .param("id", delivery)
                .query(Boolean.class)
                .single());
        agreed.countDown();
        settled(delivery, Outcome.DELIVERED);
    }

    @Test
    void whatWaitsAboutAPersonIsDecidedAgainAfterAMerge() {
        HUB.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);
        HUB.consentService.permit(child);
        HUB.publish(new ConsentsChanged(child));
        settled(delivery, Outcome.DELIVERED);
    }

    /** Two parents disagreed; then the young person decides. */
    @Test
    void disputeThatAConsentSettlesGoesOn() {
        HUB.consentService.refuse(child, Missing.RELEASE);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);
        HUB.consentService.permit(child);
        HUB.publish(new ConsentGiven(ConsentId.fresh(), child));
        settled(delivery, Outcome.DELIVERED);
    }

    @Test
    void refusalDropsWhatWaitsAndTheReferrerIsTold() {
        HUB.consentService.refuse(child, Missing.CONSENT);
        UUID delivery = HUB.request(child, TestHub.COUNCIL, source);
        settled(delivery, Outcome.PARKED);
        HUB.consentService.refuse(child, Missing.NOTHING);
        HUB.publish(new ConsentRefused(ConsentId.fresh(), child));
        assertThat(settled(delivery, Outcome.REFUSED).source())
                .as("by which referral-service finds the referrer")
                .isEqualTo(source);
        assertThat(HUB.receivedBy(TestHub.COUNCIL, delivery)).isEmpty();
    }

    @Test
    void dutyThatWaitsForAReleaseIsEscalatedOnceAndNeverEndsByAge() {
        HUB.consentService.refuse(child, Missing.RELEASE);
        UUID delivery = UUID.randomUUID();
        HUB.publish(new DisclosureRequested(
                delivery,
                child,
                TestHub.COUNCIL,
                new Purpose("safeguarding"),
                Set.of(Category.IDENTITY),
                source,
                new PartnerId("fenland-academy"),
                null));
        SOON.until(() -> HUB.settled(delivery).stream().anyMatch(ParkedDeliveriesIT::isEscalated));
        UUID other = HUB.request(PersonId.fresh(), TestHub.COUNCIL, source);
        settled(other, Outcome.DELIVERED);
        age(delivery);
        HUB.consentService.refuse(child, Missing.AGREEMENT);
        UUID later = HUB.request(child, TestHub.COUNCIL, source);
        settled(later, Outcome.PARKED);
        age(later);
        settled(later, Outcome.GIVEN_UP);

        assertThat(HUB.stateOf(delivery)).isEqualTo("PARKED");
        assertThat(HUB.settled(delivery).stream().filter(ParkedDeliveriesIT::isEscalated))
                .singleElement()
                .satisfies(it -> assertThat(it.missing()).isEqualTo("release"));
    }

    private static long agreementsHeard() {
        return HUB.database
                .sql("select count(*) from inbox where type = 'agreement.changed' and done_at is not null")
                .query(Long.class)
                .single();
    }

    private static void age(UUID delivery) {
        HUB.database
                .sql("update delivery set fresh_at = now() - interval '1 year' where id = :id")
                .param("id", delivery)
                .update();
    }

    private static boolean isEscalated(DisclosureSettled settled) {
        return settled.outcome() == Outcome.PARKED && "escalated".equals(settled.reason());
    }

    @Test
    void holdersAreToldOfANarrowingWithWhatEndedAndNothingMore() {
        ConsentId consent = ConsentId.fresh();
        var holding = new Holding(
                TestHub.POLICE,
                TestHub.EARLY_HELP,
                Set.of(Category.VOICE),
                Instant.parse("2026-11-01T10:00:00Z"),
                Instant.parse("2026-11-02T10:00:00Z"));
        HUB.publish(new ConsentNarrowed(consent, child, List.of(holding)));
        SOON.until(() ->
                HUB.settled.stream().anyMatch(it -> it.subject().equals(child) && it.outcome() == Outcome.DELIVERED));
        UUID delivery = HUB.consentService.askedAbout(child).getFirst().delivery();
        JsonNode body = JsonMapper.shared()
                .readTree(HUB.receivedBy(TestHub.POLICE, delivery).getFirst().getBodyAsString());
        assertThat(body.path("reference").asString()).isEqualTo("withdrawal/" + consent);
        assertThat(body.path("content").isEmpty()).isTrue();
        assertThat(body.path("ended").path("categories").valueStream().map(JsonNode::asString))
                .containsExactly("voice");
    }

    private static DisclosureSettled settled(UUID delivery, Outcome outcome) {
        SOON.until(() -> HUB.outcomes(delivery).contains(outcome));
        return HUB.settled(delivery).stream()
                .filter(it -> it.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }
}
