package org.partnerhub.console.people;

import java.util.List;
import java.util.Locale;

/**
 * One thing that is known of both, side by side.
 *
 * @param what such as “Date of birth”
 */
public record Comparison(String what, List<Said> one, List<Said> other) {

    public Comparison {
        one = List.copyOf(one);
        other = List.copyOf(other);
    }

    /**
     * What was said, and who said the same.
     *
     * @param by names of the partners
     */
    public record Said(String words, List<String> by) {
        public Said {
            by = List.copyOf(by);
        }

        public String source() {
            return String.join(", ", by);
        }

        @Override
        public String toString() {
            return "Said[hidden]";
        }
    }

    /** Whether the two agree, in a word: a reader is spared the search. */
    public String agreement() {
        if (one.isEmpty() || other.isEmpty()) {
            return "Given for one only";
        }
        return one.stream()
                        .anyMatch(
                                it -> other.stream().anyMatch(that -> plain(it).equals(plain(that))))
                ? "Same"
                : "Different";
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return switch (agreement()) {
            case "Same" -> "govuk-tag--green";
            case "Different" -> "govuk-tag--orange";
            default -> "govuk-tag--grey";
        };
    }

    private static String plain(Said said) {
        return said.words().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
