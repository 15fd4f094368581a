package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The kind of move that a referral asks for. */
public enum Kind {
    REQUEST,
    STEP_UP,
    /** Social care to early help. */
    STEP_DOWN,
    CO_WORKING,
    TRANSFER,
    /** Tells of something that happened and asks for nothing back. */
    NOTIFICATION;

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
    public static Kind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
