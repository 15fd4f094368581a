package org.partnerhub.referral.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the asks are broken down by. */
public enum AskedBy {
    MONTH,
    RECIPIENT,
    PURPOSE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AskedBy> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}
