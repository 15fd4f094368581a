package org.partnerhub.transparency;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Holds the values of an export against what the leaves commit to; a value may be absent only where an entry says so. */
final class Values {

    /** The kind of entry that records an erasure; its field {@code entry} names the entry, {@code fields} what was erased. */
    static final String ERASURE = "value-erased";

    private final Consumer<String> found;
    private final Set<UUID> seen = new HashSet<>();
    private final Map<UUID, Set<String>> absent = new LinkedHashMap<>();
    private final Map<UUID, Set<String>> erased = new HashMap<>();

    Values(Consumer<String> found) {
        this.found = found;
    }

    void check(Entry entry, JsonNode values) {
        if (!seen.add(entry.id())) {
            found.accept("repeats the entry " + entry.id() + ".");
        }
        for (String name : values.propertyNames()) {
            if (!entry.fields().containsKey(name)) {
                found.accept("gives a value for " + name + ", which entry " + entry.id() + " does not have.");
            }
        }
        entry.fields().forEach((name, hash) -> {
            JsonNode value = values.path(name);
            if (value.isMissingNode()) {
                absent.computeIfAbsent(entry.id(), id -> new HashSet<>()).add(name);
            } else if (!commitment(value).opens(hash)) {
                found.accept("gives another " + name + " than entry " + entry.id() + " was logged with.");
            }
        });
        if (entry.kind().equals(ERASURE)) {
            erase(values);
        }
    }

    private void erase(JsonNode values) {
        String entry = values.path("entry").path("value").asString("");
        String fields = values.path("fields").path("value").asString("");
        if (!entry.isEmpty()) {
            erased.computeIfAbsent(UUID.fromString(entry), id -> new HashSet<>())
                    .addAll(List.of(fields.split(" ", -1)));
        }
    }

    private static Commitment commitment(JsonNode value) {
        return new Commitment(
                value.path("salt").asString(""), value.path("value").asString(""));
    }

    /** Reports values that are absent without an entry that records their erasure; answers how many were erased rightly. */
    long settle() {
        long rightly = 0;
        for (var missing : absent.entrySet()) {
            Set<String> recorded = erased.getOrDefault(missing.getKey(), Set.of());
            for (String field : missing.getValue()) {
                if (recorded.contains(field)) {
                    rightly++;
                } else {
                    found.accept("is the end, and the " + field + " of entry " + missing.getKey()
                            + " is absent without an entry that records its erasure.");
                }
            }
        }
        return rightly;
    }
}
