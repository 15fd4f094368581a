package org.partnerhub.console.log.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.partnerhub.console.log.FoundLog;
import org.partnerhub.console.log.FoundPage;
import org.partnerhub.console.log.LogEntry;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answer to a search. */
final class FoundEntries {

    private static final Set<String> OWN_COLUMNS = Set.of("id", "kind", "at", "index");

    private FoundEntries() {}

    static FoundLog read(JsonNode answer) {
        List<LogEntry> entries = new ArrayList<>();
        answer.path("entries").forEach(entry -> entries.add(entry(entry)));
        JsonNode checkpoint = answer.path("checkpoint");
        return new FoundLog(entries, checkpoint.isString() ? checkpoint.asString() : null);
    }

    static FoundPage page(JsonNode answer) {
        JsonNode next = answer.path("next");
        return new FoundPage(
                answer.path("items").valueStream().map(FoundEntries::entry).toList(),
                next.isString() ? next.asString() : null);
    }

    private static LogEntry entry(JsonNode entry) {
        JsonNode index = entry.path("index");
        return new LogEntry(
                entry.path("id").asString(),
                entry.path("kind").asString(),
                Instant.parse(entry.path("at").asString()),
                index.isIntegralNumber() ? index.asLong() : null,
                facts(entry));
    }

    /** Every further field, and those of one object inside, so that what the log begins to say tomorrow is shown too. */
    private static SequencedMap<String, String> facts(JsonNode entry) {
        SequencedMap<String, String> facts = new LinkedHashMap<>();
        for (var field : entry.properties()) {
            if (OWN_COLUMNS.contains(field.getKey())) {
                continue;
            }
            if (field.getValue().isObject()) {
                field.getValue().properties().forEach(it -> put(facts, it.getKey(), it.getValue()));
            } else {
                put(facts, field.getKey(), field.getValue());
            }
        }
        return facts;
    }

    private static void put(SequencedMap<String, String> facts, String name, JsonNode value) {
        String text = words(value);
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }

    private static String words(JsonNode value) {
        if (value.isArray()) {
            return value.valueStream().map(FoundEntries::words).collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.propertyStream()
                    .map(it -> it.getKey() + ": " + words(it.getValue()))
                    .collect(Collectors.joining("; "));
        }
        return value.isNull() ? "" : value.asString();
    }
}
