package org.partnerhub.console.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking the log. */
public sealed interface LogAnswer {

    /**
     * The log answered; the look itself is now an entry too.
     *
     * @param checkpoint the latest signed checkpoint; absent while there is none
     */
    record Found(List<LogEntry> entries, @Nullable String checkpoint) implements LogAnswer {

        public Found {
            entries = List.copyOf(entries);
        }
    }

    /** An export has been handed to the browser. */
    record Exported() implements LogAnswer {}

    /** consent-service does not let this officer look. */
    record NotAllowed() implements LogAnswer {}

    /** consent-service could not be asked, or could not answer. */
    record Unavailable() implements LogAnswer {}
}
