package org.partnerhub.transparency;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What all entries together must keep to: none twice, and a value absent only where another entry says so. */
final class Values {

    private final Consumer<String> found;
    private final Set<UUID> seen = new HashSet<>();
    private final Map<UUID, Set<String>> absent = new LinkedHashMap<>();
    private final Map<UUID, Set<String>> erased = new HashMap<>();

    Values(Consumer<String> found) {
        this.found = found;
    }

    void take(Opened entry) {
        if (!seen.add(entry.id())) {
            found.accept("repeats the entry " + entry.id() + ".");
        }
        entry.findings().forEach(found);
        if (!entry.absent().isEmpty()) {
            absent.computeIfAbsent(entry.id(), id -> new HashSet<>()).addAll(entry.absent());
        }
        Opened.Erasure erasure = entry.erasure();
        if (erasure != null) {
            erased.computeIfAbsent(erasure.entry(), id -> new HashSet<>()).addAll(erasure.fields());
        }
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
