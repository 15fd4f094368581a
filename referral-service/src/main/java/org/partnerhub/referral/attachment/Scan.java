package org.partnerhub.referral.attachment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a file is with the scanner. */
public enum Scan {
    /** Kept and not released. */
    WAITING_FOR_SCAN,
    PASSED,
    /** Never released; its bytes are dropped. */
    INFECTED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads the code.
     *
     * @throws IllegalArgumentException where there is no such code
     */
    public static Scan of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
