package org.partnerhub.notification.delivery.outgoing;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Message;
import org.partnerhub.notification.delivery.Sender;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** Sends through fhir-adapter, which checks the permit itself before it renders and sends. */
@Component
class FhirSender implements Sender {

    private final RestClient fhirAdapter;
    private final ChannelAddresses addresses;

    FhirSender(ServiceCalls calls, ChannelAddresses addresses) {
        fhirAdapter = calls.to("fhir");
        this.addresses = addresses;
    }

    private record Order(RecipientId recipient, URI endpoint, Disclosure disclosure) {}

    private record Answer(
            String outcome,
            @Nullable String acknowledgement,
            @Nullable String contentHash,
            @Nullable String reason) {}

    @Override
    public Channel channel() {
        return Channel.FHIR;
    }

    @Override
    public Sent send(Message message) {
        RecipientId recipient = message.delivery().recipient();
        return addresses
                .of(recipient)
                .map(endpoint -> send(message, new Order(recipient, endpoint, message.disclosure())))
                .orElse(new Sent.NotArrived("no-address", null));
    }

    private Sent send(Message message, Order order) {
        try {
            Answer answer = fhirAdapter
                    .post()
                    .uri("/internal/fhir/messages")
                    .header("Hub-Permit", message.permit())
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(order)
                    .retrieve()
                    .body(Answer.class);
            return answer == null ? new Sent.MaybeArrived("fhir-adapter-unreadable", null) : sent(answer);
        } catch (RestClientResponseException refused) {
            return refused.getStatusCode().is4xxClientError()
                    ? new Sent.NotArrived("fhir-adapter-refused", null)
                    : new Sent.MaybeArrived("fhir-adapter-failed", null);
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            return new Sent.MaybeArrived("fhir-adapter-unavailable", null);
        }
    }

    private static Sent sent(Answer answer) {
        String reason = answer.reason() == null ? answer.outcome() : answer.reason();
        return switch (answer.outcome()) {
            case "delivered" -> new Sent.Acknowledged(answer.acknowledgement(), answer.contentHash());
            case "refused" -> new Sent.TurnedAway("recipient-refused");
            case "failed" -> new Sent.NotArrived("recipient-" + reason, null);
            default -> new Sent.MaybeArrived("recipient-" + reason, null);
        };
    }
}
