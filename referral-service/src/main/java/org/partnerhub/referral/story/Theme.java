package org.partnerhub.referral.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The partnership-wide themes that every assessment is screened for. */
public enum Theme {
    HEALTH,
    CRIME,
    CHILDREN_WHO_NEED_HELP,
    DOMESTIC_ABUSE,
    EDUCATION,
    FINANCIAL,
    OTHER;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code, as it is written in messages and policies.
     *
     * @throws IllegalArgumentException where there is no such code
     */
    @JsonCreator
    public static Theme of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
