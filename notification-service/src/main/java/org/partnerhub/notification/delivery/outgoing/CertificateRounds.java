package org.partnerhub.notification.delivery.outgoing;

import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.notification.delivery.store.RecipientHealth;
import org.partnerhub.notification.delivery.webhook.ServerCertificates;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.springframework.stereotype.Component;

/** Looks at every recipient's certificate, so that operators see which is about to lapse before deliveries fail. */
@Component
public class CertificateRounds {

    private final CurrentDirectory directory;
    private final ChannelAddresses addresses;
    private final ServerCertificates certificates;
    private final RecipientHealth health;

    CertificateRounds(
            CurrentDirectory directory,
            ChannelAddresses addresses,
            ServerCertificates certificates,
            RecipientHealth health) {
        this.directory = directory;
        this.addresses = addresses;
        this.certificates = certificates;
        this.health = health;
    }

    /** One round; never another at once. */
    public boolean look() {
        for (Recipient recipient : directory.get().recipients()) {
            addresses
                    .of(recipient.id())
                    .flatMap(certificates::goodUntil)
                    .ifPresent(until -> health.certificateGoodUntil(recipient.id(), until));
        }
        return false;
    }
}
