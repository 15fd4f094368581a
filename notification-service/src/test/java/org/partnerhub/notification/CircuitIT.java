package org.partnerhub.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.RecipientId;

class CircuitIT {

    private static final TestHub HUB = TestHub.start(
            "hub.deliveries.circuit.window=4",
            "hub.deliveries.circuit.least=4",
            "hub.deliveries.concurrency-per-recipient=4",
            "hub.deliveries.attempt-limit=12s");

    private final PersonId child = PersonId.fresh();
    private final String source = "referral/" + UUID.randomUUID();

    @AfterAll
    static void stop() {
        HUB.close();
    }

    @Test
    void anOutageOpensTheCircuitAndEverythingArrivesAfterItUnderNewPermits() {
        HUB.partnerAnswers(TestHub.SCHOOL, aResponse().withStatus(503));
        List<UUID> deliveries = requests(TestHub.SCHOOL, 8);
        await().until(() -> isOpen(TestHub.SCHOOL));
        int askedWhileOpen = HUB.consentService.askedAbout(child).size();
        await().during(Duration.ofMillis(400))
                .atMost(Duration.ofSeconds(5))
                .until(() -> HUB.consentService.askedAbout(child).size() <= askedWhileOpen + 4);

        HUB.partnerAnswers(TestHub.SCHOOL, okJson("{}"));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(deliveries)
                        .allSatisfy(it -> assertThat(HUB.outcomes(it)).contains(Outcome.DELIVERED)));
        assertThat(isOpen(TestHub.SCHOOL)).isFalse();
        assertThat(HUB.consentService.askedAbout(child).stream().map(it -> it.delivery() + " " + attempt(it)))
                .as("one permit for each attempt")
                .doesNotHaveDuplicates();
        assertThat(deliveries)
                .anySatisfy(it -> assertThat(HUB.receivedBy(TestHub.SCHOOL, it))
                        .as("the same delivery, attempted again")
                        .hasSizeGreaterThan(1));
    }

    @Test
    void oneDeadPartnerDoesNotSlowAnother() {
        HUB.partnerAnswers(TestHub.POLICE, okJson("{}").withFixedDelay(60_000));
        List<UUID> toTheDead = requests(TestHub.POLICE, 60);
        await().until(() -> Stream.of(toTheDead)
                .flatMap(List::stream)
                .anyMatch(it -> HUB.stateOf(it).equals("SENDING")));

        List<UUID> toTheLiving = requests(TestHub.COUNCIL, 40);

        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(toTheLiving)
                        .allSatisfy(it -> assertThat(HUB.outcomes(it)).containsExactly(Outcome.DELIVERED)));
        assertThat(toTheDead)
                .as("most have not even been tried")
                .filteredOn(it -> HUB.stateOf(it).equals("DUE"))
                .isNotEmpty();
        assertThat(toTheDead).noneSatisfy(it -> assertThat(HUB.outcomes(it)).contains(Outcome.DELIVERED));
    }

    private List<UUID> requests(RecipientId recipient, int number) {
        return IntStream.range(0, number)
                .mapToObj(_ -> HUB.request(child, recipient, source))
                .toList();
    }

    private static int attempt(DecisionRequest request) {
        return request.attempt();
    }

    private static boolean isOpen(RecipientId recipient) {
        return HUB.context
                        .getBean(MeterRegistry.class)
                        .get("hub.delivery.circuit.open")
                        .tag("recipient", recipient.value())
                        .gauge()
                        .value()
                == 1;
    }
}
