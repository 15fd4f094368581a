package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The level of support that the sender sees. */
public enum Level {
    COMMUNITY,
    MORE,
    TARGETED,
    SPECIALIST;

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
    public static Level of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
