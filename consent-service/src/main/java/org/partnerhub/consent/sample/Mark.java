package org.partnerhub.consent.sample;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The answer to one question of a checklist; yes is as it should be. */
public enum Mark {
    YES,
    NO,
    NOT_APPLICABLE;

    @JsonCreator
    public static Mark of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
