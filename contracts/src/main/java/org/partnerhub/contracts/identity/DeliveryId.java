package org.partnerhub.contracts.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a delivery: the same on every attempt, so that a receiver can drop a repeat. */
public record DeliveryId(@JsonValue UUID value) {

    /**
     * Reads the id from its text.
     *
     * @throws IllegalArgumentException where the text is not a UUID
     */
    @JsonCreator
    public static DeliveryId of(String text) {
        return new DeliveryId(UUID.fromString(text));
    }

    public static DeliveryId fresh() {
        return new DeliveryId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
