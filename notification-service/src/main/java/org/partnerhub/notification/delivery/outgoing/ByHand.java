package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.Message;
import org.partnerhub.notification.delivery.Next;
import org.partnerhub.notification.delivery.outgoing.Messages.Prepared;
import org.partnerhub.notification.delivery.store.Attempts;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.notification.delivery.store.HandDeliveries;
import org.partnerhub.notification.delivery.store.HandDeliveries.Handed;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an operator takes to its recipient: decided, logged and handed out like any other, and delivered when the operator says that it
 * has arrived.
 */
@Component
public class ByHand {

    private static final String TAKEN = "taken-by-hand";

    private final HandDeliveries hands;
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Messages messages;
    private final DeliverySettings settings;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ByHand(
            HandDeliveries hands,
            Deliveries deliveries,
            Attempts attempts,
            Messages messages,
            DeliverySettings settings,
            Outbox outbox,
            TransactionTemplate transaction,
            Clock clock) {
        this.hands = hands;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.messages = messages;
        this.settings = settings;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The content to take there; nothing where it waits for no hand. Nobody knows whether it arrives until that is said. */
    public Optional<byte[]> handOut(UUID id) {
        Instant startedAt = clock.instant();
        Optional<Delivery> taken = hands.take(id, settings.lease());
        if (taken.isEmpty()) {
            return Optional.empty();
        }
        Delivery delivery = taken.get();
        if (!(messages.prepare(delivery, null) instanceof Prepared.Ready ready)) {
            hands.putDown(id);
            return Optional.empty();
        }
        Message message = ready.message();
        transaction.executeWithoutResult(_ -> {
            attempts.keep(delivery, unknown(message), startedAt);
            outbox.publish(settled(
                    delivery,
                    delivery.attempt(),
                    message.decided().decision(),
                    message.contentHash(),
                    Outcome.UNKNOWN,
                    TAKEN));
            hands.putDown(id);
        });
        return Optional.of(message.body());
    }

    /** Whether it had been handed out and now counts as delivered. */
    public boolean arrived(UUID id) {
        Optional<Handed> handed = hands.handed(id);
        return handed.isPresent() && Boolean.TRUE.equals(transaction.execute(_ -> settle(id, handed.get())));
    }

    private boolean settle(UUID id, Handed handed) {
        if (!hands.delivered(id)) {
            return false;
        }
        Delivery delivery = Objects.requireNonNull(
                deliveries.find(new DeliveryId(id)).orElse(null), "The delivery was there a moment ago.");
        outbox.publish(settled(
                delivery,
                handed.attempt(),
                new DecisionId(handed.decision()),
                handed.contentHash(),
                Outcome.DELIVERED,
                null));
        return true;
    }

    private static Next unknown(Message message) {
        return new Next(
                DeliveryState.MANUAL,
                null,
                Outcome.UNKNOWN,
                message.decided().decision(),
                message.contentHash(),
                null,
                null,
                TAKEN,
                false);
    }

    private DisclosureSettled settled(
            Delivery delivery,
            int attempt,
            DecisionId decision,
            String contentHash,
            Outcome outcome,
            @Nullable String reason) {
        return new DisclosureSettled(
                delivery.id().value(),
                attempt,
                delivery.source().toString(),
                delivery.subject(),
                delivery.recipient(),
                delivery.purpose(),
                decision,
                outcome,
                contentHash,
                null,
                reason,
                clock.instant());
    }
}
