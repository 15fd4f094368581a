package org.partnerhub.referral.person.match;

import java.util.Arrays;

/** Counts how matching did. */
public final class Tally {

    private int right;
    private int wrong;
    private int missedLooked;
    private int missed;
    private int newRight;
    private int newLooked;
    private final long[] nanos;
    private int timed;

    public Tally(int most) {
        nanos = new long[most];
    }

    /** One match; {@code expected} is null where nobody was to be found. */
    public void count(@org.jspecify.annotations.Nullable Object expected, Match match, long took) {
        nanos[timed++] = took;
        switch (match) {
            case Match.Sure(var person, var _) -> {
                if (person.equals(expected)) {
                    right++;
                } else {
                    wrong++;
                }
            }
            case Match.Doubtful _ -> {
                if (expected == null) {
                    newLooked++;
                } else {
                    missedLooked++;
                }
            }
            case Match.Nobody() -> {
                if (expected == null) {
                    newRight++;
                } else {
                    missed++;
                }
            }
        }
    }

    public double precision() {
        return right / (double) Math.max(1, right + wrong);
    }

    public double recall() {
        return right / (double) Math.max(1, right + missed + missedLooked + wrongOfKnown());
    }

    /** Wrong links count as missed too; whose they were does not matter for that. */
    private int wrongOfKnown() {
        return wrong;
    }

    public double millisAt(double share) {
        long[] sorted = Arrays.copyOf(nanos, timed);
        Arrays.sort(sorted);
        return sorted[Math.min(timed - 1, (int) (share * timed))] / 1e6;
    }

    @Override
    public String toString() {
        return "precision %.5f, recall %.4f (%,d right, %,d wrong; known: %,d to an officer, %,d taken for new; new: %,d told so, %,d to an officer), p50 %.1f ms, p99 %.1f ms"
                .formatted(
                        precision(),
                        recall(),
                        right,
                        wrong,
                        missedLooked,
                        missed,
                        newRight,
                        newLooked,
                        millisAt(0.5),
                        millisAt(0.99));
    }
}
