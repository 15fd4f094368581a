package org.partnerhub.consent.rights;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a request ended. */
public enum Outcome {
    DONE,
    /** In part; the words say what not, and why. */
    PARTLY,
    /** The person is told why, and of their right to complain (UK GDPR Article 12(4)). */
    REFUSED,
    WITHDRAWN;

    @JsonCreator
    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
