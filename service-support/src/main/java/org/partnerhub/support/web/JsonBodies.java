package org.partnerhub.support.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.partnerhub.contracts.schema.Schemas;
import org.partnerhub.contracts.schema.Violation;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON that somebody else wrote: bounded in size and depth, checked against its schema, then bound. */
public final class JsonBodies {

    /** The gateway's limit is lower or the same; this one holds for whoever calls past it. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 40;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MOST_BYTES)
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // a field that the schema allows and the record lacks must not be lost silently
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private JsonBodies() {}

    /**
     * The body as an object.
     *
     * @param schema name of a schema of the contracts, such as {@code consent}
     * @throws BadInput where it is no JSON, too deep, says a field twice, or does not fit the schema or the type
     */
    public static <T> T read(byte[] body, String schema, Class<T> type) {
        JsonNode parsed = parsed(body);
        List<Violation> violations = Schemas.bundled().violations(schema, parsed);
        if (!violations.isEmpty()) {
            throw new BadInput(violations);
        }
        try {
            return MAPPER.treeToValue(parsed, type);
        } catch (DatabindException unfit) {
            throw new BadInput(pointer(unfit).toString(), "Write a value of the kind that the schema describes.");
        }
    }

    /** The same, of text. */
    public static <T> T read(String body, String schema, Class<T> type) {
        return read(body.getBytes(StandardCharsets.UTF_8), schema, type);
    }

    private static JsonNode parsed(byte[] body) {
        try {
            JsonNode parsed = MAPPER.readTree(body);
            if (parsed.isMissingNode()) {
                throw new BadInput("", "Send a JSON body.");
            }
            return parsed;
        } catch (JacksonException malformed) {
            throw new BadInput(
                    pointer(malformed).toString(),
                    "Send well-formed JSON, at most " + DEEPEST + " levels deep, each field once.");
        }
    }

    private static JsonPointer pointer(JacksonException unfit) {
        JsonPointer pointer = JsonPointer.empty();
        for (JacksonException.Reference step : unfit.getPath()) {
            String field = step.getPropertyName();
            pointer = field == null ? pointer.appendIndex(Math.max(0, step.getIndex())) : pointer.appendProperty(field);
        }
        return pointer;
    }
}
