package org.partnerhub.support.events;

import java.util.ArrayList;
import java.util.List;
import org.partnerhub.contracts.event.Broker;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;
import org.springframework.amqp.core.TopicExchange;

/** The exchanges and the service's queues, as RabbitMQ should have them or as the plainer embedded broker can. */
record BrokerTopology(String service, boolean quorumQueues) {

    /** After this many deliveries without an answer RabbitMQ dead-letters the message. */
    private static final int DELIVERIES = 20;

    /** A full queue refuses, and the outbox keeps. */
    private static final int LONGEST_QUEUE = 1_000_000;

    String deadLetters() {
        return service + ".dead-letters";
    }

    Declarables declarables(List<EventSubscription> subscriptions) {
        List<Declarable> all = new ArrayList<>();
        var events = new TopicExchange(Broker.EXCHANGE);
        var deadLetterExchange = new TopicExchange(Broker.DEAD_LETTER_EXCHANGE);
        var deadLetters = quorumQueues
                ? QueueBuilder.durable(deadLetters()).quorum().build()
                : QueueBuilder.durable(deadLetters()).build();
        all.add(events);
        all.add(deadLetterExchange);
        all.add(deadLetters);
        all.add(BindingBuilder.bind(deadLetters).to(deadLetterExchange).with(deadLetters()));
        for (EventSubscription subscription : subscriptions) {
            Queue queue = queue(Broker.queue(service, subscription.type()));
            all.add(queue);
            all.add(BindingBuilder.bind(queue)
                    .to(events)
                    .with(subscription.type().routingKey()));
        }
        return new Declarables(all);
    }

    private Queue queue(String name) {
        if (!quorumQueues) {
            return QueueBuilder.durable(name).build();
        }
        return QueueBuilder.durable(name)
                .quorum()
                .deliveryLimit(DELIVERIES)
                .deadLetterExchange(Broker.DEAD_LETTER_EXCHANGE)
                .deadLetterRoutingKey(deadLetters())
                .withArgument("x-dead-letter-strategy", "at-least-once")
                .maxLength(LONGEST_QUEUE)
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .build();
    }
}
