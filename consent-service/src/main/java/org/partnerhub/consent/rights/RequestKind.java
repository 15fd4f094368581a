package org.partnerhub.consent.rights;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which right somebody makes use of. */
public enum RequestKind {
    /** UK GDPR Article 15. */
    ACCESS,
    /** UK GDPR Article 16. */
    RECTIFICATION,
    /** UK GDPR Article 21. */
    OBJECTION;

    @JsonCreator
    public static RequestKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
