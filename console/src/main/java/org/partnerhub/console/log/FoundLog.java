package org.partnerhub.console.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log answered; the look itself is now an entry too.
 *
 * @param checkpoint the latest signed checkpoint; absent while there is none
 */
public record FoundLog(List<LogEntry> entries, @Nullable String checkpoint) {

    public FoundLog {
        entries = List.copyOf(entries);
    }
}
