package org.partnerhub.consent.pack;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a piece. */
public enum Treatment {
    INCLUDE,
    /** Given with passages blacked out. */
    REDACT,
    WITHHOLD;

    @JsonCreator
    public static Treatment of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
