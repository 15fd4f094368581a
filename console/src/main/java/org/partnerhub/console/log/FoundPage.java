package org.partnerhub.console.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list of entries, the latest first.
 *
 * @param next where the next page begins; absent on the last
 */
public record FoundPage(List<LogEntry> entries, @Nullable String next) {

    public FoundPage {
        entries = List.copyOf(entries);
    }
}
