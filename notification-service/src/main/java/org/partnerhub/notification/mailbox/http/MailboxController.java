package org.partnerhub.notification.mailbox.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;
import org.partnerhub.notification.delivery.store.Deliveries;
import org.partnerhub.notification.mailbox.Acknowledgement;
import org.partnerhub.notification.mailbox.MailboxItem;
import org.partnerhub.notification.mailbox.store.Acknowledgements;
import org.partnerhub.notification.partner.store.CurrentDirectory;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A partner's mailboxes: those of the recipients that it runs, and no others. */
@RestController
@RequestMapping("/mailbox")
class MailboxController {

    private static final int MOST = 200;

    private final CurrentDirectory directory;
    private final Deliveries deliveries;
    private final Collection collection;
    private final Acknowledgements acknowledgements;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailboxController(
            CurrentDirectory directory,
            Deliveries deliveries,
            Collection collection,
            Acknowledgements acknowledgements,
            TransactionTemplate transaction,
            Clock clock) {
        this.directory = directory;
        this.deliveries = deliveries;
        this.collection = collection;
        this.acknowledgements = acknowledgements;
        this.transaction = transaction;
        this.clock = clock;
    }

    record Mailbox(List<MailboxItem> items) {}

    private record Acknowledged(DeliveryId id, Instant acknowledgedAt) {}

    @GetMapping
    Mailbox list(@RequestParam(defaultValue = "50") int limit, Caller caller) {
        if (limit < 1 || limit > MOST) {
            throw new BadInput("/limit", "Ask for 1 to " + MOST + " items.");
        }
        return new Mailbox(deliveries.inMailbox(recipientsOf(caller), limit).stream()
                .map(MailboxItem::of)
                .toList());
    }

    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<Object> collect(@PathVariable UUID id, Caller caller, HttpServletResponse response)
            throws IOException {
        return own(id, caller).isEmpty()
                ? notFound()
                : collection.collect(new DeliveryId(id), new PartnerId(caller.requiredPartner()), response);
    }

    @PostMapping("/{id}/acknowledgement")
    ResponseEntity<Object> acknowledge(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        var acknowledgement = JsonBodies.read(body, "acknowledgement", Acknowledgement.class);
        Optional<Delivery> item = own(id, caller);
        if (item.isEmpty()) {
            return notFound();
        }
        DeliveryId delivery = item.get().id();
        Instant at = acknowledgement.at() == null ? clock.instant() : acknowledgement.at();
        Optional<Instant> acknowledgedAt = Optional.ofNullable(transaction.execute(
                _ -> deliveries.acknowledge(delivery) ? acknowledgements.keep(delivery, acknowledgement, at) : null));
        return acknowledgedAt
                .<ResponseEntity<Object>>map(it -> ResponseEntity.ok(new Acknowledged(delivery, it)))
                .orElseGet(() -> ProblemResponse.of(
                        HttpStatus.CONFLICT, "wrong-state", "Collect the item first; it is not collected now."));
    }

    private Optional<Delivery> own(UUID id, Caller caller) {
        List<RecipientId> recipients = recipientsOf(caller);
        return deliveries.find(new DeliveryId(id)).filter(it -> recipients.contains(it.recipient()));
    }

    private List<RecipientId> recipientsOf(Caller caller) {
        return directory.get().operatedBy(new PartnerId(caller.requiredPartner())).stream()
                .map(Recipient::id)
                .toList();
    }

    private static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "There is no such item in your mailboxes.");
    }
}
