package org.partnerhub.fhir.exchange.outgoing;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.Bars;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.Target;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What BaRS must know of recipients.
 *
 * @param recipients by the hub's id of the recipient
 */
@ConfigurationProperties("hub.fhir")
public record RecipientSettings(@DefaultValue Map<String, Recipient> recipients) {

    public RecipientSettings {
        recipients = Map.copyOf(recipients);
    }

    /**
     * One recipient.
     *
     * @param serviceId its id in the Directory of Services, where it is listed
     */
    public record Recipient(@Nullable String serviceId) {}

    /** The service that a message is for: as the Directory of Services names it, otherwise as the hub does. */
    Target target(RecipientId recipient) {
        Recipient known = recipients.get(recipient.value());
        return known == null || known.serviceId() == null
                ? new Target(Hub.RECIPIENT, recipient.value())
                : new Target(Bars.DOS_SERVICE, known.serviceId());
    }
}
