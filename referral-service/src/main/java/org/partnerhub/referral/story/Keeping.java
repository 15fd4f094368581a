package org.partnerhub.referral.story;

import java.util.Locale;
import org.partnerhub.contracts.sharing.Category;

/** How long a part of somebody's record is kept; the days are worked out in the database, where the deleting is done. */
public enum Keeping {
    /** Until the 25th birthday, or the 26th where somebody was 17 at the end. */
    CHILDRENS,
    /** Twenty years from the end. */
    MENTAL_HEALTH;

    private static final String MENTAL_HEALTH_PARTNER = "mental-health";

    /**
     * How long something of a category is kept that a partner told.
     *
     * @param kindOfPartner as the directory has it
     */
    public static Keeping of(Category category, String kindOfPartner) {
        return category == Category.EMOTIONAL_HEALTH || kindOfPartner.equals(MENTAL_HEALTH_PARTNER)
                ? MENTAL_HEALTH
                : CHILDRENS;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
