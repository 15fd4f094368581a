package org.partnerhub.referral.report;

import java.util.Arrays;
import java.util.Optional;

/** What the figures of a month are broken down by. */
public enum By {
    MONTH("month"),
    AREA("area"),
    AGENCY("agency"),
    /** For officers alone: two breakdowns at once cannot be kept from giving small counts away by simple means. */
    AREA_AND_AGENCY("area-and-agency");

    private final String code;

    By(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<By> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
    }
}
