package org.partnerhub.transparency;

import java.util.List;

/**
 * What checking an export found.
 *
 * @param findings what is wrong, in the order in which it was met; empty where the export is what the log's owner signed
 * @param erased values that are absent and whose erasure is an entry itself
 * @param freshness whether older checkpoints than the owner's latest could have been passed off
 */
public record Verdict(
        List<String> findings, long entries, long checkpoints, long erased, KeySource key, Freshness freshness) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether the export is what the log's owner signed. */
    public boolean intact() {
        return findings.isEmpty();
    }

    /** Where the key came from that verified the checkpoints. */
    public enum KeySource {
        GIVEN("Key: the one you gave."),
        EXPORT(
                "Key: taken from the export itself. Compare it with the one that the log's owner published, or give it with"
                        + " --key: whoever forges a whole log can put a key of their own into it.");

        private final String words;

        KeySource(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** What is known about whether this is the newest state of the log. */
    public enum Freshness {
        UNPROVEN("Freshness: unproven. Without a checkpoint that you got at another time or place (--witness), an older"
                + " state of the log would pass too."),
        WITNESSED("Freshness: the log holds everything that the witness saw.");

        private final String words;

        Freshness(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
