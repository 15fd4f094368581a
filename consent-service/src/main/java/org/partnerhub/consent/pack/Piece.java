package org.partnerhub.consent.pack;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is held about a person.
 *
 * @param key where it is from and its id there, such as {@code story/…}: the same piece is gathered once
 * @param kind code of what it is
 * @param by the partner who said it, where somebody did
 * @param category under which it may be shared, where it has one
 * @param text what it says, a line for each value
 * @param hints what an officer should look for
 */
public record Piece(
        String key,
        String kind,
        Instant at,
        @Nullable String by,
        @Nullable String category,
        String text,
        Set<Hint> hints) {

    public Piece {
        hints = Set.copyOf(hints);
    }

    @Override
    public String toString() {
        return "Piece[" + key + "]";
    }
}
