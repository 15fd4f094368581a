package org.partnerhub.contracts.sharing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An organisation with a Keycloak client; the `partner` claim of its tokens. */
public record PartnerId(@JsonValue String value) {

    /**
     * Reads the code, as it is written in policies and messages.
     *
     * @throws IllegalArgumentException where the text is not lower-case words joined by hyphens
     */
    @JsonCreator
    public PartnerId {
        if (!value.matches("[a-z0-9]+(-[a-z0-9]+)*") || value.length() > 64) {
            throw new IllegalArgumentException(
                    "A partner's id is at most 64 lower-case letters and digits in words joined by hyphens.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
