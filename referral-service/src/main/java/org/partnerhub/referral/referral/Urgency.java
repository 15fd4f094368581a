package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How soon something has to happen. */
public enum Urgency {
    ROUTINE,
    URGENT,
    EMERGENCY;

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
    public static Urgency of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
