package org.partnerhub.support.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;

class BrokerTopologyTest {

    private static final String WORK = "consent-service.disclosure.settled";
    private static final String DEAD = "consent-service.dead-letters";

    private final Declarables onRabbitMq = topology(true);
    private final Declarables onThePlainBroker = topology(false);

    @Test
    void workRestsInAReplicatedBoundedQueueAndWhatIsNeverTakenGoesToTheDeadLetters() {
        Queue work = queue(onRabbitMq, WORK);

        assertThat(work.isDurable()).isTrue();
        assertThat(work.getArguments())
                .containsEntry("x-queue-type", "quorum")
                .containsEntry("x-delivery-limit", 20)
                .containsEntry("x-dead-letter-exchange", Broker.DEAD_LETTER_EXCHANGE)
                .containsEntry("x-dead-letter-routing-key", DEAD)
                .containsEntry("x-dead-letter-strategy", "at-least-once")
                .containsEntry("x-max-length", 1_000_000L)
                // a full queue must refuse: dropping the oldest would lose an event
                .containsEntry("x-overflow", "reject-publish");
    }

    @Test
    void theDeadLettersAreReplicatedTooAndBoundToTheirExchange() {
        assertThat(queue(onRabbitMq, DEAD).getArguments()).containsEntry("x-queue-type", "quorum");
        assertThat(queue(onRabbitMq, DEAD).isDurable()).isTrue();
        assertThat(bindings(onRabbitMq))
                .anyMatch(it -> DEAD.equals(it.getDestination())
                        && Broker.DEAD_LETTER_EXCHANGE.equals(it.getExchange())
                        && DEAD.equals(it.getRoutingKey()));
    }

    @Test
    void aQueueIsBoundToItsKindOfEventAlone() {
        assertThat(bindings(onRabbitMq).filter(it -> WORK.equals(it.getDestination())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getExchange()).isEqualTo(Broker.EXCHANGE);
                    assertThat(it.getRoutingKey()).isEqualTo("disclosure.settled");
                });
    }

    @Test
    void bothExchangesOutliveTheBroker() {
        assertThat(onRabbitMq.getDeclarablesByType(TopicExchange.class))
                .extracting(TopicExchange::getName)
                .containsExactlyInAnyOrder(Broker.EXCHANGE, Broker.DEAD_LETTER_EXCHANGE);
        assertThat(onRabbitMq.getDeclarablesByType(TopicExchange.class))
                .allMatch(it -> it.isDurable() && !it.isAutoDelete());
    }

    @Test
    void thePlainBrokerIsAskedForNothingThatItDoesNotKnow() {
        assertThat(onThePlainBroker.getDeclarablesByType(Queue.class))
                .extracting(Queue::getName)
                .containsExactlyInAnyOrder(WORK, DEAD);
        assertThat(onThePlainBroker.getDeclarablesByType(Queue.class))
                .allMatch(it -> it.isDurable() && it.getArguments().isEmpty());
    }

    private static Declarables topology(boolean quorumQueues) {
        return new BrokerTopology("consent-service", quorumQueues)
                .declarables(List.of(new EventSubscription(EventType.DISCLOSURE_SETTLED, event -> {})));
    }

    private static Queue queue(Declarables declarables, String name) {
        return declarables.getDeclarablesByType(Queue.class).stream()
                .filter(it -> it.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Binding> bindings(Declarables declarables) {
        return declarables.getDeclarablesByType(Binding.class).stream();
    }
}
