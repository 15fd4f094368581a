package org.partnerhub.consent.rights;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of a request about somebody's own records. */
public record RequestId(@JsonValue UUID value) {

    public static RequestId fresh() {
        return new RequestId(UUID.randomUUID());
    }

    /** As the log's entries refer to it. */
    public String reference() {
        return "request/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
