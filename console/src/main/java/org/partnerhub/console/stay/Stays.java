package org.partnerhub.console.stay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;

/**
 * Stays, what has been overdue longest first.
 *
 * @param council the one that was chosen; absent for all
 * @param hospital likewise
 */
public record Stays(
        List<Stay> all, @Nullable String council, @Nullable String hospital) {

    public Stays {
        all = List.copyOf(all);
    }

    /** Councils to choose from. */
    public List<String> councils() {
        return List.copyOf(new TreeSet<>(
                all.stream().map(Stay::authority).filter(Objects::nonNull).toList()));
    }

    /** Hospitals and other settings to choose from, by their codes. */
    public SequencedMap<String, String> hospitals() {
        SequencedMap<String, String> words = new LinkedHashMap<>();
        all.stream().flatMap(it -> it.settings().stream()).sorted().forEach(it -> words.put(it, Codes.inWords(it)));
        return words;
    }

    /** What should have been seen to. */
    public List<Stay> overdue() {
        return chosen().stream()
                .filter(it -> !it.open().isEmpty())
                .sorted(Comparator.comparing(it -> it.open().stream()
                        .map(Stay.Overdue::since)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()))
                .toList();
    }

    /** What waits for a person, and is not overdue as well. */
    public List<Stay> asking() {
        return chosen().stream()
                .filter(it -> it.open().isEmpty() && !it.questions().isEmpty())
                .toList();
    }

    /** Everything else. */
    public List<Stay> inOrder() {
        return chosen().stream()
                .filter(it -> it.open().isEmpty() && it.questions().isEmpty())
                .toList();
    }

    private List<Stay> chosen() {
        return all.stream()
                .filter(it -> council == null || council.equals(it.authority()))
                .filter(it -> hospital == null || it.settings().contains(hospital))
                .toList();
    }
}
