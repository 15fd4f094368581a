package org.partnerhub.referral.person.match;

import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Whether two words are nearly the same: a slip, a shortened form, or one sound written twice. */
final class Likeness {

    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();
    private static final DoubleMetaphone SOUND = new DoubleMetaphone();

    private static final double ALIKE = 0.92;
    private static final double ALIKE_IN_SOUND = 0.78;
    private static final int SHORTEST_SHORT_FORM = 3;
    private static final int LONG = 8;

    private Likeness() {}

    static boolean close(String one, String other) {
        if (shortened(one, other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_SHORT_FORM || Math.abs(one.length() - other.length()) > shorter) {
            return false;
        }
        if (slips(one, other) <= (shorter >= LONG ? 2 : 1)) {
            return true;
        }
        double similarity = SIMILARITY.apply(one, other);
        return similarity >= ALIKE
                || (similarity >= ALIKE_IN_SOUND && sound(one).equals(sound(other)));
    }

    static boolean shortened(String one, String other) {
        return Math.min(one.length(), other.length()) >= SHORTEST_SHORT_FORM
                && (one.startsWith(other) || other.startsWith(one));
    }

    /** How the word sounds, in at most four letters; its beginning where it has no sound that English knows. */
    static String sound(String word) {
        String sound = SOUND.doubleMetaphone(word);
        return sound == null || sound.isEmpty() ? word.substring(0, Math.min(3, word.length())) : sound;
    }

    /**
     * How many slips lie between two words: a letter too many, missing, wrong, or two neighbours that changed places. At most 3;
     * further apart is all the same. (Optimal string alignment, which commons-text lacks.)
     */
    static int slips(String one, String other) {
        int far = 3;
        if (Math.abs(one.length() - other.length()) >= far) {
            return far;
        }
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return Math.min(far, last[other.length()]);
    }
}
