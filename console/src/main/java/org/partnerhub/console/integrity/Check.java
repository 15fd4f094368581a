package org.partnerhub.console.integrity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.EnglishTime;
import org.partnerhub.transparency.Verdict;

/**
 * A check of the whole log, as far as it has come.
 *
 * @param of how many entries are to be checked; 0 while that is not known
 * @param ended absent while it goes on
 * @param verdict what came of it; absent while it goes on or where it could not be done
 * @param failure why it could not be done; absent otherwise
 */
public record Check(
        Instant begun,
        long done,
        long of,
        @Nullable Instant ended,
        @Nullable Verdict verdict,
        @Nullable String failure) {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    public static Check begun(Instant now) {
        return new Check(now, 0, 0, null, null, null);
    }

    public Check at(long entries, long all) {
        return new Check(begun, entries, Math.max(0, all), null, null, null);
    }

    public Check ended(Instant now, Verdict found) {
        return new Check(begun, found.entries(), found.entries(), now, found, null);
    }

    public Check failed(Instant now, String why) {
        return new Check(begun, done, of, now, null, why);
    }

    public boolean isRunning() {
        return ended == null;
    }

    /** Whether a page may look again by itself: never so long that somebody who left stays signed in. */
    public boolean isWorthWaitingFor(Instant now) {
        return isRunning() && begun.plus(LONGEST_WAIT).isAfter(now);
    }

    public boolean isIntact() {
        return verdict != null && verdict.intact();
    }

    public boolean isTampered() {
        return verdict != null && !verdict.intact();
    }

    public List<String> findings() {
        return verdict == null ? List.of() : verdict.findings();
    }

    /** What was done, in sentences. */
    public List<String> words() {
        if (verdict == null || ended == null) {
            return List.of();
        }
        return List.of(
                "%,d entries and %,d checkpoints, checked in %d seconds, ended %s."
                        .formatted(
                                verdict.entries(),
                                verdict.checkpoints(),
                                Math.max(1, Duration.between(begun, ended).toSeconds()),
                                EnglishTime.of(ended)),
                "Values erased on record: " + verdict.erased() + ".",
                verdict.key() == Verdict.KeySource.GIVEN
                        ? "The signatures were checked with the key that the operators gave the console."
                        : "The signatures were checked with the key that the log itself names. Operators can give the console the key that was published (hub.log.verification-key).",
                verdict.freshness() == Verdict.Freshness.WITNESSED
                        ? "The log holds everything that the witness saw."
                        : "No witness was given, so an older state of the log would pass too. Ask a partner for a checkpoint that it keeps, and check again with it.");
    }
}
