package org.partnerhub.consent.override.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.override.OverrideGround;
import org.partnerhub.consent.override.OverrideRecord;
import org.partnerhub.consent.override.Queued;
import org.partnerhub.consent.override.Review;
import org.partnerhub.consent.override.Use;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * An override as officers see it.
 *
 * @param reason as the log holds it; only where one override is asked for
 * @param permitted in reliance on it; likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OverrideAnswer(
        OverrideId id,
        PersonId person,
        Purpose purpose,
        OverrideGround ground,
        Set<RecipientId> recipients,
        Set<Category> categories,
        boolean despiteRefusal,
        String authorisedBy,
        String role,
        Instant authorisedAt,
        Instant endsAt,
        @Nullable Instant endedAt,
        boolean inForce,
        ReviewAnswer review,
        @Nullable String reason,
        @Nullable String finding,
        @Nullable List<Use> permitted,
        Map<String, String> links) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReviewAnswer(
            String state,
            Instant dueBy,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable Instant escalatedAt) {

        static ReviewAnswer of(Review review) {
            return new ReviewAnswer(review.state(), review.dueBy(), review.by(), review.at(), review.escalatedAt());
        }
    }

    static OverrideAnswer of(Queued queued, Instant now) {
        return of(queued, now, null, null, null);
    }

    static OverrideAnswer of(
            Queued queued,
            Instant now,
            @Nullable String reason,
            @Nullable String finding,
            @Nullable List<Use> permitted) {
        OverrideRecord override = queued.override();
        String self = "/overrides/" + override.id();
        return new OverrideAnswer(
                override.id(),
                override.subject(),
                override.purpose(),
                override.ground(),
                override.recipients(),
                override.categories(),
                override.despiteRefusal(),
                override.authorisedBy(),
                override.role(),
                override.authorisedAt(),
                override.endsAt(),
                override.endedAt(),
                override.stands(now),
                ReviewAnswer.of(queued.review()),
                reason,
                finding,
                permitted,
                Map.of("self", self, "review", self + "/review"));
    }

    @Override
    public String toString() {
        return "OverrideAnswer[" + id + "]";
    }
}
