package org.partnerhub.consent.log.store;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.transparency.Commitment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Salts and values as the column {@code log_value.fields} holds them: by field's name, salt and value in an array. */
final class Fields {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Fields() {}

    static String write(Map<String, Commitment> values) {
        ObjectNode fields = JSON.createObjectNode();
        values.forEach((name, value) -> fields.putArray(name).add(value.salt()).add(value.value()));
        return JSON.writeValueAsString(fields);
    }

    /** What is left of them; nothing where the row was erased. */
    static Map<String, Commitment> read(@Nullable String fields) {
        Map<String, Commitment> values = new TreeMap<>();
        if (fields != null) {
            for (Map.Entry<String, JsonNode> field : JSON.readTree(fields).properties()) {
                JsonNode pair = field.getValue();
                values.put(
                        field.getKey(),
                        new Commitment(pair.path(0).asString(), pair.path(1).asString()));
            }
        }
        return values;
    }
}
