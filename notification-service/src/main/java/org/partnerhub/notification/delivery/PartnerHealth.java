package org.partnerhub.notification.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * How a partner's recipients are reached.
 *
 * @param pausedBy the operator's account
 * @param version of its pause; 0 before the first
 * @param agreementUntil the last day of the agreement that ends last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartnerHealth(
        PartnerId partner,
        String name,
        boolean paused,
        @Nullable Instant pausedSince,
        @Nullable String pausedBy,
        @Nullable String pauseReason,
        int version,
        Agreement agreement,
        @Nullable LocalDate agreementUntil,
        List<OfRecipient> recipients) {

    public PartnerHealth {
        recipients = List.copyOf(recipients);
    }

    /** Whether an information sharing agreement is in force with it. */
    public enum Agreement {
        IN_FORCE,
        NEEDED,
        /** It could not be asked. */
        UNKNOWN;

        @JsonValue
        public String code() {
            return Shown.codeOf(name());
        }
    }

    /**
     * One recipient's.
     *
     * @param channel how it is reached now
     * @param failingSince the first failure after the last success
     * @param failure why it failed last, a stable code
     * @param incident since when it counts as down
     * @param certificateUntil when its server's certificate lapses, as it was seen last
     * @param incidents of the last thirty days, newest first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfRecipient(
            RecipientId recipient,
            String name,
            String channel,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable Instant failingSince,
            @Nullable String failure,
            @Nullable Instant incident,
            int waiting,
            int failing,
            int parked,
            int givenUp,
            int manual,
            int inMailbox,
            @Nullable Instant oldestWaiting,
            @Nullable Instant certificateUntil,
            List<Incident> incidents) {

        public OfRecipient {
            incidents = List.copyOf(incidents);
        }
    }

    /**
     * A time for which a recipient counted as down.
     *
     * @param closed absent while it lasts
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incident(Instant opened, @Nullable Instant closed) {}
}
