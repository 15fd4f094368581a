package org.partnerhub.notification.delivery.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.directory.Directory.Partner;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.PartnerHealth;
import org.partnerhub.notification.delivery.PartnerHealth.Agreement;
import org.partnerhub.notification.delivery.PartnerHealth.Incident;
import org.partnerhub.notification.delivery.PartnerHealth.OfRecipient;
import org.partnerhub.notification.delivery.Shown;
import org.partnerhub.notification.delivery.outgoing.KnownAgreements;
import org.partnerhub.notification.delivery.store.Queues;
import org.partnerhub.notification.delivery.store.Queues.Queue;
import org.partnerhub.notification.delivery.store.RecipientHealth;
import org.partnerhub.notification.partner.ChannelAddresses;
import org.partnerhub.notification.partner.Pause;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.notification.partner.store.Pauses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How partners are reached, for operators. */
@RestController
class HealthController {

    private final CurrentDirectory directory;
    private final ChannelAddresses addresses;
    private final Pauses pauses;
    private final Queues queues;
    private final RecipientHealth recipients;
    private final KnownAgreements agreements;

    HealthController(
            CurrentDirectory directory,
            ChannelAddresses addresses,
            Pauses pauses,
            Queues queues,
            RecipientHealth recipients,
            KnownAgreements agreements) {
        this.directory = directory;
        this.addresses = addresses;
        this.pauses = pauses;
        this.queues = queues;
        this.recipients = recipients;
        this.agreements = agreements;
    }

    @GetMapping("/partners/health")
    Map<String, List<PartnerHealth>> health() {
        Directory known = directory.fresh();
        Function<RecipientId, Queue> queue = queues.all();
        Map<RecipientId, List<Incident>> incidents = recipients.incidents();
        Optional<Map<PartnerId, LocalDate>> inForce = agreements.inForce();
        Map<PartnerId, Pause> paused =
                pauses.all().stream().collect(Collectors.toMap(Pause::partner, Function.identity()));
        return Map.of(
                "items",
                known.partners().stream()
                        .map(it -> health(
                                it,
                                paused,
                                inForce,
                                known.operatedBy(it.id()).stream()
                                        .map(recipient -> health(
                                                recipient,
                                                queue.apply(recipient.id()),
                                                incidents.getOrDefault(recipient.id(), List.of())))
                                        .toList()))
                        .toList());
    }

    private static PartnerHealth health(
            Partner partner,
            Map<PartnerId, Pause> pauses,
            Optional<Map<PartnerId, LocalDate>> agreements,
            List<OfRecipient> recipients) {
        Optional<Pause> pause = Optional.ofNullable(pauses.get(partner.id()));
        Optional<Pause> now = pause.filter(Pause::paused);
        LocalDate until = agreements.map(it -> it.get(partner.id())).orElse(null);
        return new PartnerHealth(
                partner.id(),
                partner.name(),
                now.isPresent(),
                now.map(Pause::at).orElse(null),
                now.map(Pause::by).orElse(null),
                now.map(Pause::reason).orElse(null),
                pause.map(Pause::version).orElse(0),
                agreements.isEmpty() ? Agreement.UNKNOWN : until == null ? Agreement.NEEDED : Agreement.IN_FORCE,
                until,
                recipients);
    }

    private OfRecipient health(Recipient recipient, Queue queue, List<Incident> incidents) {
        return new OfRecipient(
                recipient.id(),
                recipient.name(),
                Shown.codeOf(addresses.channel(recipient).name()),
                queue.lastSuccess(),
                queue.lastFailure(),
                queue.failingSince(),
                queue.failure(),
                queue.incident(),
                queue.waiting(),
                queue.failing(),
                queue.parked(),
                queue.givenUp(),
                queue.manual(),
                queue.inMailbox(),
                queue.oldestWaiting(),
                queue.certificateUntil(),
                incidents);
    }
}
