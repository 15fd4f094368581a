package org.partnerhub.contracts.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A category of information: consent, purposes, agreements and permits speak of these and nothing finer. */
public enum Category {
    IDENTITY,
    CONTACT,
    FAMILY,
    EDUCATION,
    EMOTIONAL_HEALTH,
    PHYSICAL_HEALTH,
    SAFETY,
    POLICE,
    HOUSING_AND_MONEY,
    /** The child's own words. */
    VOICE,
    PLAN,
    /** Reason, themes, urgency and state of a referral. */
    REFERRAL,
    STAY,
    LEGAL_STATUS;

    /** The category as it is written in policies, messages and permits: lower case, words joined by hyphens. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code, as it is written in policies and messages.
     *
     * @throws IllegalArgumentException where no category has that code
     */
    @JsonCreator
    public static Category of(String code) {
        for (Category category : values()) {
            if (category.code().equals(code)) {
                return category;
            }
        }
        throw new IllegalArgumentException("No such category of information.");
    }
}
