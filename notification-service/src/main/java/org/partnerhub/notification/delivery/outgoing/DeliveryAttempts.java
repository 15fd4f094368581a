package org.partnerhub.notification.delivery.outgoing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.notification.delivery.AttemptOutcome;
import org.partnerhub.notification.delivery.AttemptOutcome.Delivered;
import org.partnerhub.notification.delivery.AttemptOutcome.Failed;
import org.partnerhub.notification.delivery.AttemptOutcome.Fault;
import org.partnerhub.notification.delivery.AttemptOutcome.TurnedAway;
import org.partnerhub.notification.delivery.AttemptOutcome.Unknown;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Message;
import org.partnerhub.notification.delivery.Sender;
import org.partnerhub.notification.delivery.Sender.Sent;
import org.partnerhub.notification.delivery.TimeLimit;
import org.partnerhub.notification.delivery.outgoing.Messages.Prepared;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** One attempt: permit, content, sending, within the time limit; no transaction runs meanwhile. */
@Component
class DeliveryAttempts implements DisposableBean {

    private final Messages messages;
    private final Map<Channel, Sender> senders;
    private final DeliverySettings settings;
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("delivery-time-limit").factory());

    DeliveryAttempts(Messages messages, List<Sender> senders, DeliverySettings settings) {
        this.messages = messages;
        this.senders = senders.stream().collect(Collectors.toMap(Sender::channel, Function.identity()));
        this.settings = settings;
    }

    AttemptOutcome make(Delivery delivery) {
        try (var limit = new TimeLimit(alarms, settings.attemptLimit())) {
            return switch (messages.prepare(delivery, null)) {
                case Prepared.Over it -> it.outcome();
                case Prepared.Ready it -> send(it.message(), limit);
            };
        }
    }

    private AttemptOutcome send(Message message, TimeLimit limit) {
        if (limit.passed()) {
            return new Failed(message.decided(), "out-of-time", Fault.HUB, null);
        }
        Sender sender = senders.get(message.delivery().channel());
        if (sender == null) {
            throw new IllegalStateException(
                    "Nothing sends by " + message.delivery().channel() + ".");
        }
        return outcome(message, sender.send(message), limit);
    }

    private static AttemptOutcome outcome(Message message, Sent sent, TimeLimit limit) {
        return switch (sent) {
            case Sent.Acknowledged it ->
                new Delivered(
                        message.decided(),
                        it.contentHash() == null ? message.contentHash() : it.contentHash(),
                        it.reference());
            case Sent.TurnedAway it -> new TurnedAway(message.decided(), message.contentHash(), it.reason());
            case Sent.NotArrived it -> new Failed(message.decided(), it.reason(), Fault.RECIPIENT, it.retryAfter());
            case Sent.MaybeArrived it ->
                new Unknown(
                        message.decided(),
                        message.contentHash(),
                        limit.passed() ? "timeout" : it.reason(),
                        it.retryAfter());
        };
    }

    @Override
    public void destroy() {
        alarms.shutdownNow();
    }
}
