package org.partnerhub.notification.delivery.outgoing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Sender.Sent;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.webhook.WebhookSender;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tries a partner's webhooks with a message about nobody, before the first that is about somebody. */
@Component
public class TestMessages {

    private final CurrentDirectory directory;
    private final ChannelAddresses addresses;
    private final WebhookSender webhooks;
    private final JsonMapper json;
    private final Clock clock;

    TestMessages(
            CurrentDirectory directory,
            ChannelAddresses addresses,
            WebhookSender webhooks,
            JsonMapper json,
            Clock clock) {
        this.directory = directory;
        this.addresses = addresses;
        this.webhooks = webhooks;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What came of one.
     *
     * @param result taken, turned-away, not-reached, unknown or not-tried
     * @param reason a stable code
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Tried(
            RecipientId recipient,
            String channel,
            String result,
            @Nullable String reason) {}

    /** One for each recipient that the partner runs. */
    public List<Tried> send(PartnerId partner) {
        return directory.fresh().operatedBy(partner).stream().map(this::send).toList();
    }

    private Tried send(Recipient recipient) {
        Channel channel = addresses.channel(recipient);
        return switch (channel) {
            case WEBHOOK -> tried(recipient, post(recipient.id()));
            case FHIR, MAILBOX, MANUAL -> new Tried(recipient.id(), Shown.codeOf(channel.name()), "not-tried", null);
        };
    }

    private Sent post(RecipientId recipient) {
        UUID id = UUID.randomUUID();
        Map<String, Object> body = Map.of(
                "kind",
                "test",
                "delivery",
                id,
                "recipient",
                recipient.value(),
                "sentAt",
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                "says",
                "This is a test of the hub. It is about nobody: check its signature, answer 2xx and keep nothing.");
        return webhooks.test(recipient, id, json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    private static Tried tried(Recipient recipient, Sent sent) {
        return switch (sent) {
            case Sent.Acknowledged _ -> new Tried(recipient.id(), "webhook", "taken", null);
            case Sent.TurnedAway it -> new Tried(recipient.id(), "webhook", "turned-away", it.reason());
            case Sent.NotArrived it -> new Tried(recipient.id(), "webhook", "not-reached", it.reason());
            case Sent.MaybeArrived it -> new Tried(recipient.id(), "webhook", "unknown", it.reason());
        };
    }
}
