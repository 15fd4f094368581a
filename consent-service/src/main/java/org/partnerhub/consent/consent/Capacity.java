package org.partnerhub.consent.consent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** In what capacity somebody consents or refuses. */
public enum Capacity {
    /** 18 or over, for themselves (Mental Capacity Act 2005: capacity is presumed). */
    ADULT,
    /** Presumed able (Family Law Reform Act 1969 s.8). */
    SIXTEEN_OR_SEVENTEEN,
    /** Under 16 and assessed as able (Gillick v West Norfolk and Wisbech AHA 1985). */
    GILLICK_COMPETENT,
    PARENTAL_RESPONSIBILITY,
    COURT;

    /** Whether the person whom it is about decides. */
    public boolean isOwn() {
        return this == ADULT || this == SIXTEEN_OR_SEVENTEEN || this == GILLICK_COMPETENT;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where no capacity has that code
     */
    @JsonCreator
    public static Capacity of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
