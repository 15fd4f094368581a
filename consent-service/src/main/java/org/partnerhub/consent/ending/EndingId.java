package org.partnerhub.consent.ending;

import java.util.UUID;

/** One ending of a consent; a consent can be narrowed several times before it is withdrawn. */
public record EndingId(UUID value) {

    public static EndingId fresh() {
        return new EndingId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
