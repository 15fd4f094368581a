package org.partnerhub.console.log;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * One entry of the log.
 *
 * @param kind what happened, as {@code docs/audit-events.md} names it
 * @param index its place in the tree; absent until a checkpoint covers it
 * @param facts what the entry says, in the log's own words, in its order
 */
public record LogEntry(
        String id, String kind, Instant at, @Nullable Long index, SequencedMap<String, String> facts) {

    public LogEntry {
        facts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(facts));
    }

    /** What happened, as an officer would say it. */
    public String title() {
        return PlainWords.kind(kind);
    }

    /** The facts under names that a reader knows. */
    public Map<String, String> details() {
        Map<String, String> named = new LinkedHashMap<>();
        facts.forEach((name, value) -> named.put(PlainWords.fact(name), value));
        return named;
    }

    /** One of the facts, its codes in words; empty where the entry does not say. */
    public String says(String name) {
        return Codes.inWords(List.of(facts.getOrDefault(name, "").split(" ")));
    }

    /** What happened in a sentence; the rest stands in {@link #details()}. */
    public String sentence() {
        return PlainWords.sentence(kind, name -> name.equals("reason") ? facts.getOrDefault(name, "") : says(name));
    }

    /** The day in England. */
    public String day() {
        return EnglishTime.day(at);
    }

    /** When, on England's clock. */
    public String when() {
        return EnglishTime.of(at);
    }

    /** Whether something left by it or was to leave, so that a report of a breach may name it; from its checkpoint on it has a number. */
    public boolean reportable() {
        return index != null && (kind.equals("decision") || kind.equals("disclosure"));
    }

    /** Whether a signed checkpoint already covers the entry. */
    public boolean provable() {
        return index != null;
    }
}
