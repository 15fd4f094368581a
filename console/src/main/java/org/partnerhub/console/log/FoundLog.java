package org.partnerhub.console.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log answered; the look itself is now an entry too.
 *
 * @param checkpoint the latest signed checkpoint; absent while there is none
 */
public record FoundLog(List<LogEntry> entries, @Nullable String checkpoint) {

    private static final int MOST = 1000;

    public FoundLog {
        entries = List.copyOf(entries);
    }

    /** Whether the service gave as many as it ever does, so that there may be older ones. */
    public boolean isFull() {
        return entries.size() >= MOST;
    }
}
