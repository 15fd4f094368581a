package org.partnerhub.consent.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What each month is broken down by. */
public enum By {
    GROUND,
    PARTNER,
    RECIPIENT,
    PURPOSE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<By> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
