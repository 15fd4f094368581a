package org.partnerhub.consent.sample;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an audit sample. */
public record SampleId(@JsonValue UUID value) {

    public static SampleId fresh() {
        return new SampleId(UUID.randomUUID());
    }

    /** As the log's entries refer to it. */
    public String reference() {
        return "sample/" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
