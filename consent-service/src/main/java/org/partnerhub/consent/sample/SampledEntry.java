package org.partnerhub.consent.sample;

import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.FoundEntry;

/**
 * An entry of a sample.
 *
 * @param sequence its place in the log
 * @param finding absent until an officer has looked at it
 */
public record SampledEntry(
        long sequence, FoundEntry entry, @Nullable Finding finding) {

    @Override
    public String toString() {
        return "SampledEntry[" + sequence + "]";
    }
}
