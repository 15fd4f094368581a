package org.partnerhub.consent.log;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as an officer sees it.
 *
 * @param index its place in the log; absent until a checkpoint covers it
 * @param fields the values that have not been erased
 */
public record FoundEntry(UUID id, @Nullable Long index, String kind, Instant at, Map<String, String> fields) {

    @Override
    public String toString() {
        return "FoundEntry[" + id + "]";
    }
}
