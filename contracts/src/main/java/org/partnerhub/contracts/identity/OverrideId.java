package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The hub's id of a sharing without consent. */
public record OverrideId(@JsonValue UUID value) {

    /**
     * Reads the id from its text.
     *
     * @throws IllegalArgumentException where the text is not a UUID
     */
    @JsonCreator
    public static OverrideId of(String text) {
        return new OverrideId(UUID.fromString(text));
    }

    public static OverrideId fresh() {
        return new OverrideId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
