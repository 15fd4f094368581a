package org.partnerhub.contracts.stay;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who pays for a stay. */
public enum Funding {
    NHS,
    PUBLIC,
    PRIVATE,
    UNKNOWN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where no funding has it
     */
    @JsonCreator
    public static Funding of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
