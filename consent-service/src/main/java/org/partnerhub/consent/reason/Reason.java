package org.partnerhub.consent.reason;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody does what must be accounted for, in words: not a mark to get past a field. */
public record Reason(@JsonValue String words) {

    private static final int LEAST_WORDS = 4;
    private static final int LEAST_LETTERS = 2;

    /**
     * A reason.
     *
     * @throws IllegalArgumentException where it is none; {@link #remedy} says so without throwing
     */
    @JsonCreator
    public Reason {
        remedy(words).ifPresent(remedy -> {
            throw new IllegalArgumentException(remedy);
        });
    }

    /** What to write instead; absent where the words are a reason. */
    public static Optional<String> remedy(String words) {
        long different = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1))
                .filter(word -> word.length() >= LEAST_LETTERS)
                .filter(word -> word.chars().distinct().count() > 1)
                .distinct()
                .count();
        return different >= LEAST_WORDS
                ? Optional.empty()
                : Optional.of("Write the reason in a sentence that an inspector can follow a year from now.");
    }

    @Override
    public String toString() {
        return "Reason[hidden]";
    }
}
