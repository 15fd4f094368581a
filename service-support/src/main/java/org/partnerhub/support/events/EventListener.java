package org.partnerhub.support.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.Broker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageListener;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitOperations;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Hands what the broker delivers to the inbox; the message is acknowledged when this returns, after the commit. While the
 * database is down the message is held: giving it back would only bring it again at once.
 */
final class EventListener implements MessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(EventListener.class);
    private static final Duration CONFIRM_WITHIN = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final Inbox inbox;
    private final RabbitOperations broker;
    private final String deadLetters;
    private final BooleanSupplier running;

    EventListener(Inbox inbox, RabbitOperations broker, String deadLetters, BooleanSupplier running) {
        this.inbox = inbox;
        this.broker = broker;
        this.deadLetters = deadLetters;
        this.running = running;
    }

    @Override
    public void onMessage(Message amqp) {
        try {
            EventMessage message = read(amqp);
            while (!taken(message)) {
                pause();
            }
        } catch (EventMessage.Unreadable unreadable) {
            LOG.error("{} It goes to {}.", unreadable.getMessage(), deadLetters);
            setAside(amqp);
        }
    }

    /** Only once the broker has confirmed it may the original be acknowledged; otherwise the broker brings it again. */
    private void setAside(Message amqp) {
        var confirmation = new CorrelationData();
        broker.send(Broker.DEAD_LETTER_EXCHANGE, deadLetters, amqp, confirmation);
        try {
            boolean kept = confirmation
                    .getFuture()
                    .get(CONFIRM_WITHIN.toSeconds(), TimeUnit.SECONDS)
                    .ack();
            if (!kept || confirmation.getReturned() != null) {
                throw new IllegalStateException("The broker did not take the dead letter.");
            }
        } catch (ExecutionException | TimeoutException unconfirmed) {
            throw new IllegalStateException("The broker did not confirm the dead letter.", unconfirmed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped before the dead letter was confirmed.", stopped);
        }
    }

    private boolean taken(EventMessage message) {
        try {
            inbox.take(message);
            return true;
        } catch (DataAccessException | TransactionException down) {
            if (!running.getAsBoolean()) {
                throw down;
            }
            LOG.warn(
                    "The database does not answer; the event waits: {}",
                    down.getClass().getName());
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while the database was down; the broker delivers again.", stopped);
        }
    }

    private static EventMessage read(Message amqp) {
        var properties = amqp.getMessageProperties();
        String id = properties.getMessageId();
        String type = properties.getType();
        if (id == null || type == null) {
            throw new EventMessage.Unreadable(id);
        }
        try {
            return new EventMessage(
                    UUID.fromString(id),
                    type,
                    new String(amqp.getBody(), StandardCharsets.UTF_8),
                    properties.getCorrelationId(),
                    text(properties.getHeader(Traces.TRACEPARENT)));
        } catch (IllegalArgumentException noUuid) {
            throw new EventMessage.Unreadable(null);
        }
    }

    private static @Nullable String text(@Nullable Object header) {
        return header == null ? null : header.toString();
    }
}
