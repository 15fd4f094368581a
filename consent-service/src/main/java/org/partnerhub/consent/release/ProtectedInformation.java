package org.partnerhub.consent.release;

import java.util.Set;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.PurposePolicy.FreeText;
import org.partnerhub.contracts.sharing.Category;

/** What is protected about somebody whose whereabouts are. */
public final class ProtectedInformation {

    /** Where a person lives, learns and can be reached. */
    private static final Set<Category> WHEREABOUTS = Set.of(Category.CONTACT, Category.EDUCATION);

    /** Held in words that somebody wrote, which may say anything. */
    private static final Set<Category> FREE_TEXT = Set.of(
            Category.EDUCATION,
            Category.EMOTIONAL_HEALTH,
            Category.PHYSICAL_HEALTH,
            Category.SAFETY,
            Category.POLICE,
            Category.HOUSING_AND_MONEY,
            Category.VOICE,
            Category.PLAN,
            Category.REFERRAL);

    private ProtectedInformation() {}

    public static boolean isWhereabouts(Category category) {
        return WHEREABOUTS.contains(category);
    }

    /** Whether it holds words, where the purpose carries words at all. */
    public static boolean isFreeText(Category category, PurposePolicy purpose) {
        return purpose.freeText() == FreeText.YES && FREE_TEXT.contains(category);
    }

    /** Whether a named person may release it: whereabouts only where the purpose names them, words for any purpose. */
    public static boolean mayBeReleased(Category category, PurposePolicy purpose) {
        return switch (purpose.whereabouts()) {
            case WITHHELD -> isFreeText(category, purpose) && !isWhereabouts(category);
            case RELEASED_BY_NAME -> isFreeText(category, purpose) || isWhereabouts(category);
            case SHARED -> false;
        };
    }
}
