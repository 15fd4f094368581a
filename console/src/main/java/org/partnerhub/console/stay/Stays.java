package org.partnerhub.console.stay;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Stays, what has been overdue longest first.
 *
 * @param council the one that was chosen; absent for all
 */
public record Stays(List<Stay> all, @Nullable String council) {

    public Stays {
        all = List.copyOf(all);
    }

    /** Councils to choose from. */
    public List<String> councils() {
        return List.copyOf(new TreeSet<>(
                all.stream().map(Stay::authority).filter(Objects::nonNull).toList()));
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
        return council == null
                ? all
                : all.stream().filter(it -> council.equals(it.authority())).toList();
    }
}
