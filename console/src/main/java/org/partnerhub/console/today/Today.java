package org.partnerhub.console.today;

import java.util.Comparator;
import java.util.List;

/**
 * What somebody finds when they sign in.
 *
 * @param concerns the most urgent first
 * @param unasked the pages of which it is not known whether something waits there
 */
public record Today(List<Concern> concerns, List<String> unasked) {

    public Today {
        concerns =
                concerns.stream().sorted(Comparator.comparing(Concern::urgency)).toList();
        unasked = List.copyOf(unasked);
    }

    /** Whether it is known that nothing waits. */
    public boolean isQuiet() {
        return concerns.isEmpty() && unasked.isEmpty();
    }
}
