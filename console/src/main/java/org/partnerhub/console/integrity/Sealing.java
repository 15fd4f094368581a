package org.partnerhub.console.integrity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * How the sealing of the log stands, as consent-service tells it.
 *
 * @param unsealedSince since when the oldest entry waits for a checkpoint; absent where none waits
 * @param next what to ask for older checkpoints with; absent where there are none
 */
public record Sealing(
        boolean stopped,
        @Nullable Instant unsealedSince,
        List<Checkpoint> checkpoints,
        @Nullable Long next,
        List<Witness> witnesses) {

    public Sealing {
        checkpoints = List.copyOf(checkpoints);
        witnesses = List.copyOf(witnesses);
    }

    /** What was signed. */
    public record Checkpoint(long size, Instant signedAt, String note) {
        public String when() {
            return EnglishTime.of(signedAt);
        }
    }

    /** A partner, and the last checkpoint that it fetched. */
    public record Witness(String partner, long size, Instant fetchedAt) {
        public String name() {
            return Codes.inWords(partner);
        }

        public String when() {
            return EnglishTime.of(fetchedAt);
        }
    }

    /** In a sentence. */
    public String standing() {
        if (stopped) {
            return "Sealing has stopped. Sharing on consent waits until it goes on; tell the operators.";
        }
        if (checkpoints.isEmpty()) {
            return "Nothing has been written into the log yet.";
        }
        return unsealedSince == null
                ? "Every entry is under a signed checkpoint."
                : "The newest entries get their checkpoint within seconds.";
    }
}
