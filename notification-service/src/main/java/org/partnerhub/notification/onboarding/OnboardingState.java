package org.partnerhub.notification.onboarding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far a partner has been taken on. */
public enum OnboardingState {
    /** Waits for another operator. */
    PROPOSED,
    REFUSED,
    /** It stands in the directory; it has no client yet. */
    APPROVED,
    /** It has a client. */
    REGISTERED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
