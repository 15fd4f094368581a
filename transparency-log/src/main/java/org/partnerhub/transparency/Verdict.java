package org.partnerhub.transparency;

import java.util.List;

/**
 * What checking an export found.
 *
 * @param findings what is wrong, in the order in which it was met; empty where the export is what the log's owner signed
 * @param part whether entries and values may be left out: then it says nothing of what is not in it
 * @param entries that are in it
 * @param leftOut entries that are not, known only by the roots of their subtrees
 * @param erased values that are absent and whose erasure is an entry itself
 * @param freshness whether older checkpoints than the owner's latest could have been passed off
 */
public record Verdict(
        List<String> findings,
        boolean part,
        long entries,
        long leftOut,
        long checkpoints,
        long erased,
        KeySource key,
        Freshness freshness) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether the export is what the log's owner signed. */
    public boolean intact() {
        return findings.isEmpty();
    }

    /** What it comes to, in a sentence. */
    String words() {
        if (!intact()) {
            return "TAMPERED: this is not what the log's owner signed.";
        }
        return part
                ? "VERIFIED AS A PART: every entry in it is as it was logged, at its place. It cannot say whether others belong to it."
                : "VERIFIED: every entry is as it was logged, in its order, and none is missing.";
    }

    /** How much it is about. */
    String counts() {
        return part
                ? "Entries: " + entries + ", left out: " + leftOut + "."
                : "Entries: " + entries + ", checkpoints: " + checkpoints + ", values erased on record: " + erased
                        + ".";
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
        WITNESSED("Freshness: the log holds everything that the witness saw."),
        BETWEEN(
                "Freshness: unproven. This part cannot be held against that witness: entries on both sides of its checkpoint"
                        + " are left out together. An export of the whole log can.");

        private final String words;

        Freshness(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
