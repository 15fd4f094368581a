package org.partnerhub.referral.referral;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;

/**
 * What was said with a state.
 *
 * @param reason a stable code
 * @param betterPlace where it should have gone
 * @param outcome how it ended
 * @param message the recipient's words, kept and told to nobody as feedback
 * @param needs codes of the categories that the recipient wants to know more about
 */
public record Said(
        @Nullable String reason,
        @Nullable String betterPlace,
        @Nullable String outcome,
        @Nullable String message,
        List<String> needs) {

    public static final Said NOTHING = new Said(null, null, null, null, List.of());

    public Said {
        needs = List.copyOf(needs);
    }

    static Said of(Answer answer) {
        List<Category> needs = answer.needs();
        return new Said(
                answer.reason(),
                answer.betterPlace(),
                answer.outcome(),
                answer.message(),
                needs == null ? List.of() : needs.stream().map(Category::code).toList());
    }

    static Said why(@Nullable String reason) {
        return new Said(reason, null, null, null, List.of());
    }

    @Override
    public String toString() {
        return "Said[" + reason + "]";
    }
}
