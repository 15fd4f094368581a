package org.partnerhub.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * Leaves that make one perfect subtree.
 *
 * @param from index of the first, counted from 0
 * @param level height: there are two to the power of that many
 */
public record Run(long from, int level) {

    static final int HIGHEST = 62;

    /** Where the subtree's root stands among the nodes of its level. */
    public long index() {
        return from >> level;
    }

    /** The fewest runs that cover the leaves from {@code from} to before {@code to}, in order. */
    public static List<Run> between(long from, long to) {
        List<Run> runs = new ArrayList<>();
        for (long next = from; next < to; ) {
            int fits = HIGHEST + 1 - Long.numberOfLeadingZeros(to - next);
            int level = next == 0 ? fits : Math.min(Long.numberOfTrailingZeros(next), fits);
            runs.add(new Run(next, level));
            next += 1L << level;
        }
        return runs;
    }
}
