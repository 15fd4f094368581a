package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The hub's id of a consent record. */
public record ConsentId(@JsonValue UUID value) {

    /**
     * Reads the id from its text.
     *
     * @throws IllegalArgumentException where the text is not a UUID
     */
    @JsonCreator
    public static ConsentId of(String text) {
        return new ConsentId(UUID.fromString(text));
    }

    public static ConsentId fresh() {
        return new ConsentId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
