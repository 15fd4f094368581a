package org.partnerhub.console.report;

import java.util.List;
import java.util.stream.Collectors;

/** All the series of a report: those in which something happened, and the names of the others in one sentence. */
public record Figures(List<Series> all) {

    public Figures {
        all = List.copyOf(all);
    }

    public List<Series> shown() {
        return all.stream().filter(Series::hasAny).toList();
    }

    public String nothing() {
        return all.stream().filter(it -> !it.hasAny()).map(Series::title).collect(Collectors.joining("; "));
    }
}
