package org.partnerhub.contracts.decision;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.sharing.Category;

/**
 * What would be decided.
 *
 * @param missing what would have to be had before it can go; null where it would go
 * @param policyVersion hash of policy/purposes.yml at the time
 */
public record DecisionTried(
        Outcome outcome,
        List<CategoryAnswer> categories,
        @Nullable Missing missing,
        String policyVersion) {

    public DecisionTried {
        categories = List.copyOf(categories);
    }

    /** The categories that would go. */
    public Set<Category> permitted() {
        return categories.stream()
                .filter(CategoryAnswer::permitted)
                .map(CategoryAnswer::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
