package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The hub's own id of a person; the same through every agency. */
public record PersonId(@JsonValue UUID value) {

    /**
     * Reads the id from its text.
     *
     * @throws IllegalArgumentException where the text is not a UUID
     */
    @JsonCreator
    public static PersonId of(String text) {
        return new PersonId(UUID.fromString(text));
    }

    public static PersonId fresh() {
        return new PersonId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
