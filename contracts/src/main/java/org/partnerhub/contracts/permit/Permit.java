package org.partnerhub.contracts.permit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * A verified permit. Only consent-service can sign one; every audience uses it once.
 *
 * @param id the {@code jti}; each audience refuses to see it twice
 * @param decision the log entry that records the decision
 */
public record Permit(
        UUID id,
        PersonId subject,
        RecipientId recipient,
        UUID delivery,
        int attempt,
        Purpose purpose,
        Set<Category> categories,
        GroundKind ground,
        DecisionId decision,
        Instant expiresAt) {

    /** How long a permit is good for, in seconds; an attempt is bounded to less (15 s). */
    public static final int LIFETIME_SECONDS = 20;

    public static final String ISSUER = "consent-service";

    public Permit {
        categories = Set.copyOf(categories);
    }
}
