package org.partnerhub.referral;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.partnerhub.contracts.event.Broker;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.contracts.event.HubEvent;
import org.springframework.amqp.core.AnonymousQueue;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.core.RabbitAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import tools.jackson.databind.json.JsonMapper;

/** Everything that goes over the broker, and a way to put events there. */
final class EventsSeen {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<HubEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final RabbitTemplate broker;

    EventsSeen(ConnectionFactory connections, RabbitTemplate broker) {
        this.broker = broker;
        var queue = new AnonymousQueue();
        var admin = new RabbitAdmin(connections);
        var exchange = new TopicExchange(Broker.EXCHANGE);
        admin.declareExchange(exchange);
        admin.declareQueue(queue);
        admin.declareBinding(BindingBuilder.bind(queue).to(exchange).with("#"));
        var listener = new SimpleMessageListenerContainer(connections);
        listener.setQueueNames(queue.getName());
        listener.setMessageListener(this::see);
        listener.start();
    }

    private void see(Message message) {
        String body = new String(message.getBody(), StandardCharsets.UTF_8);
        bodies.add(body);
        String type = Objects.requireNonNull(message.getMessageProperties().getType());
        events.add(JSON.readValue(body, EventType.of(type).body()));
    }

    /** Waits for as many events of one type that name something, such as a referral's id. */
    <E extends HubEvent> List<E> expect(int count, Class<E> type, String about) {
        await().atMost(SOON).until(() -> seen(type, about).size() >= count);
        return seen(type, about);
    }

    <E extends HubEvent> List<E> seen(Class<E> type, String about) {
        return events.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .filter(event -> event.toString().contains(about))
                .toList();
    }

    /** The events as they were written. */
    List<String> bodies() {
        return List.copyOf(bodies);
    }

    void publish(HubEvent event) {
        publish(UUID.randomUUID(), event);
    }

    /** The same message id again is the same event again. */
    void publish(UUID messageId, HubEvent event) {
        String type = EventType.of(event).routingKey();
        Message message = MessageBuilder.withBody(JSON.writeValueAsBytes(event))
                .setMessageId(messageId.toString())
                .setType(type)
                .setContentType("application/json")
                .build();
        broker.send(Broker.EXCHANGE, type, message);
    }
}
