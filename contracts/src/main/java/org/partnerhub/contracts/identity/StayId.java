package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The hub's id of a hospital or residential stay. */
public record StayId(@JsonValue UUID value) {

    /**
     * Reads the id from its text.
     *
     * @throws IllegalArgumentException where the text is not a UUID
     */
    @JsonCreator
    public static StayId of(String text) {
        return new StayId(UUID.fromString(text));
    }

    public static StayId fresh() {
        return new StayId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
