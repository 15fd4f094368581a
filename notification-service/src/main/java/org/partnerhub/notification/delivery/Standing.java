package org.partnerhub.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * How a delivery stands, for operators: no content, and not whom it is about.
 *
 * @param kind what it is about, such as {@code referral}
 * @param partners who runs the recipient
 * @param paused whether it waits because all of them are paused
 * @param missing what a parked one waits for
 * @param nextAttempt when it is tried again, where it is
 * @param attempts the last few, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        DeliveryId id,
        String kind,
        RecipientId recipient,
        List<PartnerId> partners,
        Purpose purpose,
        String channel,
        String state,
        boolean paused,
        @Nullable String missing,
        @Nullable String reason,
        Instant made,
        @Nullable Instant dueBy,
        @Nullable Instant nextAttempt,
        int attempted,
        List<Attempt> attempts) {

    public Standing {
        partners = List.copyOf(partners);
        attempts = List.copyOf(attempts);
    }

    /**
     * What one attempt came to, in stable codes.
     *
     * @param status the HTTP status that the recipient answered, where that ended it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(
            int number,
            Instant startedAt,
            Instant endedAt,
            String outcome,
            @Nullable Integer status,
            @Nullable String missing,
            @Nullable String reason) {}
}
