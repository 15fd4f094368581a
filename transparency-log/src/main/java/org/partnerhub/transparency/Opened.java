package org.partnerhub.transparency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry whose values were held against what its leaf commits to.
 *
 * @param findings what does not fit
 * @param absent fields without a value
 * @param erasure what it says was erased, where it is the record of an erasure
 */
record Opened(
        UUID id,
        List<String> findings,
        Set<String> absent,
        @Nullable Erasure erasure) {

    /** The kind of entry that records an erasure; its field {@code entry} names the entry, {@code fields} what was erased. */
    static final String ERASURE = "value-erased";

    /** The record of an erasure. */
    record Erasure(UUID entry, Set<String> fields) {}

    /**
     * Opens an entry.
     *
     * @throws IllegalArgumentException where it records an erasure and names no entry
     */
    static Opened of(Entry entry, JsonNode values) {
        List<String> findings = new ArrayList<>();
        Set<String> absent = new HashSet<>();
        for (String name : values.propertyNames()) {
            if (!entry.fields().containsKey(name)) {
                findings.add("gives a value for " + name + ", which entry " + entry.id() + " does not have.");
            }
        }
        entry.fields().forEach((name, hash) -> {
            JsonNode value = values.path(name);
            if (value.isMissingNode()) {
                absent.add(name);
            } else if (!commitment(value).opens(hash)) {
                findings.add("gives another " + name + " than entry " + entry.id() + " was logged with.");
            }
        });
        return new Opened(entry.id(), findings, absent, entry.kind().equals(ERASURE) ? erasure(values) : null);
    }

    private static Commitment commitment(JsonNode value) {
        return new Commitment(
                value.path("salt").asString(""), value.path("value").asString(""));
    }

    private static @Nullable Erasure erasure(JsonNode values) {
        String entry = values.path("entry").path("value").asString("");
        String fields = values.path("fields").path("value").asString("");
        return entry.isEmpty() ? null : new Erasure(UUID.fromString(entry), Set.copyOf(List.of(fields.split(" ", -1))));
    }
}
