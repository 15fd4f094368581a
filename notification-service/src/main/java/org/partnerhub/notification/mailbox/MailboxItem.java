package org.partnerhub.notification.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.notification.delivery.Delivery;

/** A reference in a mailbox: ids and codes, nothing about anybody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MailboxItem(
        DeliveryId id,
        RecipientId recipient,
        Purpose purpose,
        PersonId subject,
        String state,
        Instant since,
        @Nullable Instant dueBy) {

    public static MailboxItem of(Delivery delivery) {
        return new MailboxItem(
                delivery.id(),
                delivery.recipient(),
                delivery.purpose(),
                delivery.subject(),
                delivery.state().name().toLowerCase(Locale.ROOT),
                delivery.createdAt(),
                delivery.dueBy());
    }
}
