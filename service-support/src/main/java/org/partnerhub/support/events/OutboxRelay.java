package org.partnerhub.support.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.partnerhub.contracts.event.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;
import org.springframework.amqp.core.MessageProperties;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;

/**
 * Publishes what waits in the outbox, a window at a time with all confirms outstanding together. Only an event that the broker
 * confirmed and did not return leaves the outbox; everything else is tried again.
 */
final class OutboxRelay {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int WINDOW = 200;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(10);

    private final StoredOutbox outbox;
    private final RabbitOperations broker;

    OutboxRelay(StoredOutbox outbox, RabbitOperations broker) {
        this.outbox = outbox;
        this.broker = broker;
    }

    /** One window; true where it was full. */
    boolean relay() {
        List<EventMessage> claimed = outbox.claim(WINDOW, LEASE);
        if (claimed.isEmpty()) {
            return false;
        }
        Map<UUID, CorrelationData> sent = send(claimed);
        List<UUID> confirmed = new ArrayList<>();
        List<UUID> failed = new ArrayList<>();
        for (EventMessage message : claimed) {
            (isThere(sent.get(message.id())) ? confirmed : failed).add(message.id());
        }
        settle(confirmed, failed);
        return claimed.size() == WINDOW && failed.isEmpty();
    }

    private void settle(List<UUID> confirmed, List<UUID> failed) {
        if (!confirmed.isEmpty()) {
            outbox.confirmed(confirmed);
        }
        if (!failed.isEmpty()) {
            outbox.failed(failed);
            LOG.warn("{} events were not taken by the broker and will be published again.", failed.size());
        }
    }

    /** Whatever was sent before the connection broke may still be confirmed; the rest counts as failed. */
    private Map<UUID, CorrelationData> send(List<EventMessage> claimed) {
        Map<UUID, CorrelationData> sent = new LinkedHashMap<>();
        try {
            broker.invoke(channel -> {
                for (EventMessage message : claimed) {
                    var confirmation = new CorrelationData(message.id().toString());
                    channel.send(Broker.EXCHANGE, message.type(), toAmqp(message), confirmation);
                    sent.put(message.id(), confirmation);
                }
                await(sent);
                return null;
            });
        } catch (AmqpException broken) {
            LOG.warn("The broker cannot be reached: {}", broken.getClass().getName());
        }
        return sent;
    }

    private static void await(Map<UUID, CorrelationData> sent) {
        var all = CompletableFuture.allOf(
                sent.values().stream().map(CorrelationData::getFuture).toArray(CompletableFuture[]::new));
        try {
            all.get(CONFIRM_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException partly) {
            LOG.warn("Not every confirm came: {}", partly.getClass().getName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** RabbitMQ returns and then confirms what it cannot route; Qpid refuses it. Both are failures. */
    private static boolean isThere(@org.jspecify.annotations.Nullable CorrelationData sent) {
        if (sent == null || sent.getReturned() != null) {
            return false;
        }
        var future = sent.getFuture();
        return future.isDone()
                && !future.isCompletedExceptionally()
                && future.join().ack();
    }

    private static Message toAmqp(EventMessage message) {
        var properties = new MessageProperties();
        properties.setMessageId(message.id().toString());
        properties.setType(message.type());
        properties.setContentType(MessageProperties.CONTENT_TYPE_JSON);
        properties.setDeliveryMode(MessageDeliveryMode.PERSISTENT);
        properties.setCorrelationId(message.correlationId());
        if (message.traceparent() != null) {
            properties.setHeader(Traces.TRACEPARENT, message.traceparent());
        }
        return MessageBuilder.withBody(message.body().getBytes(StandardCharsets.UTF_8))
                .andProperties(properties)
                .build();
    }
}
