package org.partnerhub.contracts.decision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;

/**
 * What consent-service decided; already in the disclosure log when it is answered.
 *
 * @param decision also the id of the log entry
 * @param ground absent where refused
 * @param reliedOn id of the consent, agreement or override relied on, or the Act and section; absent where refused
 * @param missing what would have to be had before it can go, such as {@code consent}; null where permitted
 * @param permit compact JWS, absent where refused
 * @param expiresAt when the permit ends, absent where refused
 * @param policyVersion hash of policy/purposes.yml at the time
 */
public record DecisionAnswer(
        DecisionId decision,
        Outcome outcome,
        List<CategoryAnswer> categories,
        @Nullable GroundKind ground,
        @Nullable String reliedOn,
        @Nullable Missing missing,
        @Nullable String permit,
        @Nullable Instant expiresAt,
        String policyVersion) {

    public DecisionAnswer {
        categories = List.copyOf(categories);
    }

    public enum Outcome {
        PERMIT,
        PARTIAL,
        REFUSE
    }

    /** What a refused disclosure waits for; anything but NOTHING parks it. */
    public enum Missing {
        CONSENT,
        AGREEMENT,
        /** A named person must release it (protected whereabouts, disputed consent). */
        RELEASE,
        /** Nothing will help: the purpose never allows it. */
        NOTHING
    }

    /** The categories that may go. */
    public Set<Category> permitted() {
        return categories.stream()
                .filter(CategoryAnswer::permitted)
                .map(CategoryAnswer::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
