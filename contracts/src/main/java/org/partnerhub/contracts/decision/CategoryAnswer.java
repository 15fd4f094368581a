package org.partnerhub.contracts.decision;

import java.util.List;
import org.partnerhub.contracts.sharing.Category;

/**
 * Whether one category may go, and if not, why not.
 *
 * @param reasons named rules with words that a parent could be told; empty where permitted
 */
public record CategoryAnswer(Category category, boolean permitted, List<Reason> reasons) {

    public CategoryAnswer {
        reasons = List.copyOf(reasons);
    }

    /**
     * Why a category may not go.
     *
     * @param rule stable name of the rule, such as {@code consent-does-not-cover-category}
     * @param words one plain sentence
     */
    public record Reason(String rule, String words) {}
}
