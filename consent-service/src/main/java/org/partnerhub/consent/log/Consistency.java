package org.partnerhub.consent.log;

import java.util.List;

/**
 * The proof that one state of the log is the beginning of another.
 *
 * @param earlier entries under the earlier checkpoint
 * @param size entries under the latest one
 * @param hashes Base64 (RFC 6962 section 2.1.2)
 */
public record Consistency(long earlier, long size, List<String> hashes, String checkpoint) {

    public Consistency {
        hashes = List.copyOf(hashes);
    }
}
