package org.partnerhub.console.child;

import java.util.List;

/**
 * Who may be meant.
 *
 * @param more whether there are more than were given
 */
public record FoundChildren(List<FoundChild> all, boolean more) {

    public FoundChildren {
        all = List.copyOf(all);
    }
}
