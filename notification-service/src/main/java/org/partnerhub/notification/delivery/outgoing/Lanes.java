package org.partnerhub.notification.delivery.outgoing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A lane for each recipient that is sent to. An outage is two lines in the log: its beginning and its end. */
@Component
class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final Map<RecipientId, Lane> lanes = new ConcurrentHashMap<>();
    private final CurrentDirectory directory;
    private final ChannelAddresses addresses;
    private final DeliverySettings settings;
    private final MeterRegistry meters;
    private final Bell bell;
    private final Pulse pulse;

    Lanes(
            CurrentDirectory directory,
            ChannelAddresses addresses,
            DeliverySettings settings,
            MeterRegistry meters,
            Bell bell,
            Pulse pulse) {
        this.directory = directory;
        this.addresses = addresses;
        this.settings = settings;
        this.meters = meters;
        this.bell = bell;
        this.pulse = pulse;
    }

    Lane to(RecipientId recipient) {
        return lanes.computeIfAbsent(recipient, it -> new Lane(circuit(it), settings.concurrencyPerRecipient()));
    }

    /** Every recipient with room for more, and for how many. */
    Map<RecipientId, Integer> rooms() {
        Map<RecipientId, Integer> rooms = new HashMap<>();
        for (Recipient recipient : directory.get().recipients()) {
            if (isSentTo(addresses.channel(recipient))) {
                int room = to(recipient.id()).room();
                if (room > 0) {
                    rooms.put(recipient.id(), room);
                }
            }
        }
        return rooms;
    }

    private static boolean isSentTo(Channel channel) {
        return switch (channel) {
            case WEBHOOK, FHIR -> true;
            case MAILBOX, MANUAL -> false;
        };
    }

    private CircuitBreaker circuit(RecipientId recipient) {
        DeliverySettings.Circuit rule = settings.circuit();
        CircuitBreaker circuit = CircuitBreaker.of(
                recipient.value(),
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(rule.window())
                        .minimumNumberOfCalls(rule.least())
                        .failureRateThreshold(rule.failureRate())
                        .waitDurationInOpenState(rule.open())
                        .permittedNumberOfCallsInHalfOpenState(rule.trials())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(
                        it -> changed(recipient, it.getStateTransition().getToState()));
        Gauge.builder("hub.delivery.circuit.open", circuit, Lanes::isDown)
                .description("1 while a recipient counts as down")
                .tag("recipient", recipient.value())
                .register(meters);
        return circuit;
    }

    private static double isDown(CircuitBreaker circuit) {
        return circuit.getState() == CircuitBreaker.State.CLOSED ? 0 : 1;
    }

    private void changed(RecipientId recipient, CircuitBreaker.State state) {
        switch (state) {
            case OPEN, FORCED_OPEN -> {
                LOG.warn("{} does not take deliveries; they wait until it does.", recipient);
                pulse.down(recipient);
            }
            case CLOSED -> LOG.info("{} takes deliveries again.", recipient);
            case HALF_OPEN, DISABLED, METRICS_ONLY -> LOG.debug("{} is tried again.", recipient);
        }
        bell.ring();
    }
}
