package org.partnerhub.contracts.decision;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;

/**
 * Whether one category may go, and if not, why not.
 *
 * @param reasons named rules with words that a parent could be told; empty where permitted
 * @param ground absent where withheld
 * @param reliedOn the records by which it may go: {@code consent/UUID}, {@code override/UUID}, {@code release/UUID},
 *     {@code agreement/REFERENCE}; otherwise the Act and section
 * @param until when the first of these records ends; absent where none of them does, or where withheld
 */
public record CategoryAnswer(
        Category category,
        boolean permitted,
        List<Reason> reasons,
        @Nullable GroundKind ground,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> reliedOn,
        @Nullable Instant until) {

    public CategoryAnswer {
        reasons = List.copyOf(reasons);
        reliedOn = List.copyOf(reliedOn);
    }

    /** Without saying by what right. */
    public CategoryAnswer(Category category, boolean permitted, List<Reason> reasons) {
        this(category, permitted, reasons, null, List.of(), null);
    }

    /**
     * Why a category may not go.
     *
     * @param rule stable name of the rule, such as {@code consent-does-not-cover-category}
     * @param words one plain sentence
     */
    public record Reason(String rule, String words) {}
}
