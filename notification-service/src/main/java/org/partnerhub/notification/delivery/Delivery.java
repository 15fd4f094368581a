package org.partnerhub.notification.delivery;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.Directory.Channel;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.events.Trail;

/**
 * One thing for one recipient.
 *
 * @param id the same on every attempt
 * @param partner who is told the outcome; absent where the hub itself is the sender
 * @param attempt the attempt in hand, counted from 1; 0 before the first
 * @param failures failed or unknown attempts in a row
 * @param trail what asked for it, for logs and traces
 * @param freshAt when it was made or last let go; its age counts from there
 */
public record Delivery(
        DeliveryId id,
        PersonId subject,
        RecipientId recipient,
        Purpose purpose,
        Set<Category> categories,
        Source source,
        @Nullable PartnerId partner,
        Channel channel,
        DeliveryState state,
        int attempt,
        int failures,
        @Nullable Instant dueBy,
        Trail trail,
        Instant createdAt,
        Instant freshAt) {

    public Delivery {
        categories = Set.copyOf(categories);
    }
}
