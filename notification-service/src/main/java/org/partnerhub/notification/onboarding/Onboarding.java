package org.partnerhub.notification.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A partner that is being taken on.
 *
 * @param version counted from 1; whoever changes it says which they saw
 * @param rights the scopes that its client gets
 * @param proposedBy the operator's account, as the other two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Onboarding(
        UUID id,
        OnboardingState state,
        int version,
        Organisation partner,
        List<Place> recipients,
        List<String> rights,
        @Nullable URI keysUrl,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionReason,
        @Nullable String registeredBy,
        @Nullable Instant registeredAt) {

    public Onboarding {
        recipients = List.copyOf(recipients);
        rights = List.copyOf(rights);
    }
}
