package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.event.HubEvent.AgreementChanged;
import org.partnerhub.contracts.event.HubEvent.DisclosureRequested;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.DeliveryState;
import org.partnerhub.notification.delivery.Source;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.support.events.Traces;
import org.springframework.stereotype.Component;

/** Makes deliveries; every method joins the running transaction. */
@Component
public class DeliveryRequests {

    private final Deliveries deliveries;
    private final CurrentDirectory directory;
    private final ChannelAddresses addresses;
    private final Settlements settlements;
    private final Bell bell;
    private final Traces traces;
    private final Clock clock;

    DeliveryRequests(
            Deliveries deliveries,
            CurrentDirectory directory,
            ChannelAddresses addresses,
            Settlements settlements,
            Bell bell,
            Traces traces,
            Clock clock) {
        this.deliveries = deliveries;
        this.directory = directory;
        this.addresses = addresses;
        this.settlements = settlements;
        this.bell = bell;
        this.traces = traces;
        this.clock = clock;
    }

    /** Makes the delivery that an event asks for; asked twice it is made once, about whom the last asked. */
    public void request(DisclosureRequested event) {
        request(
                new DeliveryId(event.request()),
                event.subject(),
                event.recipient(),
                event.purpose(),
                event.categories(),
                Source.of(event.source()),
                event.partner(),
                event.dueBy());
    }

    /** Makes a delivery that the hub itself is the sender of, where {@code partner} is absent. */
    public void request(
            DeliveryId id,
            PersonId subject,
            RecipientId recipient,
            Purpose purpose,
            Set<Category> categories,
            Source source,
            @Nullable PartnerId partner,
            @Nullable Instant dueBy) {
        Optional<Recipient> known =
                directory.get().recipient(recipient).or(() -> directory.fresh().recipient(recipient));
        Channel channel = known.map(addresses::channel).orElse(Channel.MANUAL);
        DeliveryState state = known.isEmpty() ? DeliveryState.REFUSED : first(channel);
        Instant now = clock.instant();
        var delivery = new Delivery(
                id,
                subject,
                recipient,
                purpose,
                categories,
                source,
                partner,
                channel,
                state,
                0,
                0,
                dueBy,
                traces.trail(),
                now,
                now);
        if (deliveries.add(delivery)) {
            begin(delivery);
        } else {
            deliveries.becomesAbout(id, subject).ifPresent(it -> bell.ringAfterCommit());
        }
    }

    private static DeliveryState first(Channel channel) {
        return switch (channel) {
            case WEBHOOK, FHIR -> DeliveryState.DUE;
            case MAILBOX -> DeliveryState.WAITING;
            case MANUAL -> DeliveryState.MANUAL;
        };
    }

    private void begin(Delivery delivery) {
        switch (delivery.state()) {
            case DUE -> bell.ringAfterCommit();
            case WAITING -> settlements.tell(delivery, Outcome.WAITING_IN_MAILBOX, null);
            case MANUAL -> settlements.tell(delivery, Outcome.MANUAL, "no-channel");
            case REFUSED -> settlements.tell(delivery, Outcome.REFUSED, "unknown-recipient");
            case SENDING, COLLECTED, ACKNOWLEDGED, DELIVERED, PARKED, GIVEN_UP ->
                throw new IllegalStateException("No delivery begins " + delivery.state() + ".");
        }
    }

    /**
     * Something that counts for a person changed (a consent, a refusal, an override, a release, a merge): what waited is decided
     * afresh, each for its own purpose and recipient. What is refused then ends, and its referrer is told.
     */
    public void letGo(PersonId subject) {
        letGo(deliveries.letGo(subject));
    }

    /** An agreement with a partner was entered or changed: what waited for one with a recipient of its is decided afresh. */
    public void letGo(AgreementChanged event) {
        letGo(deliveries.letGo(directory.get().recipients().stream()
                .filter(it -> it.operatedBy().contains(event.partner()))
                .map(Recipient::id)
                .toList()));
    }

    private void letGo(List<Delivery> released) {
        for (Delivery delivery : released) {
            if (delivery.channel() == Channel.MAILBOX) {
                settlements.tell(delivery, Outcome.WAITING_IN_MAILBOX, null);
            } else {
                bell.ringAfterCommit();
            }
        }
    }
}
