package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How the information stands on its way to one recipient. */
public enum Delivery {
    REQUESTED,
    DELIVERED,
    WAITING_IN_MAILBOX,
    /** Waits for a consent, an agreement or a release. */
    PARKED,
    /** Decided against for good. */
    REFUSED,
    /** An attempt failed; another follows. */
    FAILED,
    /** It may have arrived; another attempt follows under a new permit. */
    UNKNOWN,
    GIVEN_UP,
    /** An operator sends it by hand. */
    MANUAL;

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
    public static Delivery of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
