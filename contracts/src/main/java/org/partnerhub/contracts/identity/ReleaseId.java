package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The hub's id of a release by a named person. */
public record ReleaseId(@JsonValue UUID value) {

    /**
     * Reads the id from its text.
     *
     * @throws IllegalArgumentException where the text is not a UUID
     */
    @JsonCreator
    public static ReleaseId of(String text) {
        return new ReleaseId(UUID.fromString(text));
    }

    public static ReleaseId fresh() {
        return new ReleaseId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
