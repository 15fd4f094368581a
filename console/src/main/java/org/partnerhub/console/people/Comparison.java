package org.partnerhub.console.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One thing that is known of both, side by side.
 *
 * @param what such as “Date of birth”
 */
public record Comparison(String what, List<Said> one, List<Said> other) {

    private static final Set<String> UNKNOWN = Set.of("notknown", "unknown", "notyetverified");

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
        if (isUnknown(one) || isUnknown(other)) {
            return "Not known";
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

    /** Whether nobody knew it: that two are unknown alike tells nothing of whether they are one. */
    private static boolean isUnknown(List<Said> said) {
        return said.stream().allMatch(it -> UNKNOWN.contains(plain(it)));
    }

    private static String plain(Said said) {
        return said.words().replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }
}
