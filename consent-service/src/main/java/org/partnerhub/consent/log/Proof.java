package org.partnerhub.consent.log;

import java.util.List;
import java.util.UUID;

/** Whether an entry is in the log, and the proof of it. */
public sealed interface Proof {

    /**
     * It is: the path leads from the leaf to the checkpoint's root.
     *
     * @param hashes Base64, from the leaf up (RFC 6962)
     */
    record Sealed(UUID entry, long index, String leafHash, List<String> hashes, String checkpoint) implements Proof {
        public Sealed {
            hashes = List.copyOf(hashes);
        }
    }

    /** It is written down, and the next checkpoint will cover it. */
    record NotSealedYet() implements Proof {}

    record NoSuchEntry() implements Proof {}
}
