package org.partnerhub.notification.delivery.outgoing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.event.HubEvent.DisclosureSettled.Outcome;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.store.Replays;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Has what is stuck tried again: each attempt asks for a permit of its own, so nothing goes that may not. */
@Component
public class DeliveryReplays {

    /** Most at once. */
    public static final int MOST = 200;

    private final Replays replays;
    private final CurrentDirectory directory;
    private final ChannelAddresses addresses;
    private final Settlements settlements;
    private final Bell bell;
    private final TransactionTemplate transaction;

    DeliveryReplays(
            Replays replays,
            CurrentDirectory directory,
            ChannelAddresses addresses,
            Settlements settlements,
            Bell bell,
            TransactionTemplate transaction) {
        this.replays = replays;
        this.directory = directory;
        this.addresses = addresses;
        this.settlements = settlements;
        this.bell = bell;
        this.transaction = transaction;
    }

    /**
     * What was let go.
     *
     * @param more whether others of the state are left
     */
    public record Released(List<UUID> deliveries, boolean more) {}

    public Released these(UUID replay, Collection<UUID> ids) {
        Map<RecipientId, Channel> ways = ways();
        return transaction.execute(_ -> released(replay, replays.held(ids, ways.keySet()), ways, false));
    }

    /**
     * The oldest of a state.
     *
     * @param partner absent: whoever runs the recipient
     */
    public Released all(UUID replay, Shown shown, @Nullable PartnerId partner) {
        Map<RecipientId, Channel> ways = ways();
        return transaction.execute(_ -> {
            List<Delivery> held = replays.held(shown, partner, ways.keySet(), MOST + 1);
            boolean more = held.size() > MOST;
            return released(replay, more ? held.subList(0, MOST) : held, ways, more);
        });
    }

    private Released released(UUID replay, List<Delivery> held, Map<RecipientId, Channel> ways, boolean more) {
        for (Delivery delivery : held) {
            Channel way = ways.getOrDefault(delivery.recipient(), delivery.channel());
            replays.release(replay, delivery, way);
            if (way == Channel.MAILBOX) {
                settlements.tell(delivery, Outcome.WAITING_IN_MAILBOX, null);
            }
        }
        bell.ringAfterCommit();
        return new Released(held.stream().map(it -> it.id().value()).toList(), more);
    }

    /** How each recipient is reached now that is reached by anything but hand. */
    private Map<RecipientId, Channel> ways() {
        return directory.get().recipients().stream()
                .filter(it -> addresses.channel(it) != Channel.MANUAL)
                .collect(Collectors.toMap(Recipient::id, addresses::channel));
    }
}
