package org.partnerhub.console.child;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.log.LogEntry;

/**
 * Everything that the log holds about one person, the latest day first.
 *
 * @param child who it is; absent where no agency's words are held any more
 * @param reason why the officer looks, for what they open from here
 */
public record Timeline(
        String person, @Nullable FoundChild child, String reason, Happening narrowedTo, List<LogEntry> entries) {

    /** @param entries in the order in which they were written */
    public Timeline {
        entries = List.copyOf(entries);
    }

    /** What is shown, by its day in England. */
    public SequencedMap<String, List<LogEntry>> days() {
        SequencedMap<String, List<LogEntry>> days = new LinkedHashMap<>();
        entries.reversed().stream()
                .filter(it -> narrowedTo.includes(it.kind()))
                .forEach(it ->
                        days.computeIfAbsent(it.day(), day -> new ArrayList<>()).add(it));
        return days;
    }

    @Override
    public String toString() {
        return "Timeline[" + person + "]";
    }
}
