package org.partnerhub.testkit.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a record, and the records inside it, have just the fields that a body's schema lists: one that is lacking would be refused
 * after all, one too many nobody can send.
 */
public final class RecordsMatchSchemas {

    private static final int DEEPEST = 8;

    private final List<String> differences = new ArrayList<>();

    private RecordsMatchSchemas() {}

    /** A schema where it stands: references are relative to its file. */
    private record Placed(JsonNode schema, String file) {}

    /**
     * Each field that only one side has, such as {@code /consent/evidence/kind: only in the schema}; empty when all is well.
     *
     * @param schema name of a file of the contracts, such as {@code referral}
     */
    public static List<String> differences(String schema, Class<?> record) {
        var comparison = new RecordsMatchSchemas();
        comparison.compare("", new Placed(read(schema + ".json"), schema + ".json"), record, 0);
        return comparison.differences;
    }

    private void compare(String at, Placed placed, Type type, int depth) {
        List<Placed> parts = parts(placed);
        Class<?> element = elementOf(type);
        if (element != null) {
            parts.stream()
                    .filter(part -> part.schema().has("items"))
                    .forEach(part ->
                            compare(at + "/0", new Placed(part.schema().path("items"), part.file()), element, depth));
        } else if (type instanceof Class<?> record && record.isRecord() && depth < DEEPEST) {
            compareFields(at, properties(parts), record, depth);
        }
    }

    private void compareFields(String at, Map<String, Placed> properties, Class<?> record, int depth) {
        if (properties.isEmpty()) {
            return; // a value that is written as text
        }
        Map<String, RecordComponent> components = components(record);
        var all = new TreeSet<>(properties.keySet());
        all.addAll(components.keySet());
        for (String field : all) {
            Placed property = properties.get(field);
            RecordComponent component = components.get(field);
            if (component == null) {
                differences.add(at + "/" + field + ": only in the schema");
            } else if (property == null) {
                differences.add(at + "/" + field + ": only in " + record.getSimpleName());
            } else {
                compare(at + "/" + field, property, component.getGenericType(), depth + 1);
            }
        }
    }

    private static Map<String, RecordComponent> components(Class<?> record) {
        Map<String, RecordComponent> components = new TreeMap<>();
        for (RecordComponent component : record.getRecordComponents()) {
            JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
            boolean renamed = named != null && !named.value().isEmpty();
            components.put(renamed ? named.value() : component.getName(), component);
        }
        return components;
    }

    private static @Nullable Class<?> elementOf(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType() instanceof Class<?> raw
                        && Iterable.class.isAssignableFrom(raw)
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                ? element
                : null;
    }

    private static Map<String, Placed> properties(List<Placed> parts) {
        Map<String, Placed> properties = new TreeMap<>();
        parts.forEach(part -> part.schema()
                .path("properties")
                .properties()
                .forEach(it -> properties.putIfAbsent(it.getKey(), new Placed(it.getValue(), part.file()))));
        return properties;
    }

    /** The schema itself and what it refers to or is made of. */
    private static List<Placed> parts(Placed placed) {
        List<Placed> parts = new ArrayList<>(List.of(placed));
        JsonNode reference = placed.schema().path("$ref");
        if (reference.isString()) {
            parts.addAll(parts(referred(reference.asString(), placed.file())));
        }
        for (String made : List.of("allOf", "anyOf", "oneOf")) {
            placed.schema().path(made).forEach(it -> parts.addAll(parts(new Placed(it, placed.file()))));
        }
        return parts;
    }

    private static Placed referred(String reference, String file) {
        String[] halves = reference.split("#", 2);
        String target = halves[0].isEmpty() ? file : halves[0];
        JsonNode whole = read(target);
        return new Placed(halves.length < 2 ? whole : whole.at(halves[1]), target);
    }

    private static JsonNode read(String file) {
        try (InputStream schema =
                Objects.requireNonNull(RecordsMatchSchemas.class.getResourceAsStream("/schema/" + file), file)) {
            return JsonMapper.shared().readTree(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
