package org.partnerhub.console.prospect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * Who could be told what about one person.
 *
 * @param protectedWhereabouts whether where they are is protected
 * @param more whether there are more rows than were given
 */
public record Prospects(Instant at, boolean protectedWhereabouts, boolean more, List<Prospect> rows) {

    public Prospects {
        rows = List.copyOf(rows);
    }

    public String when() {
        return EnglishTime.of(at);
    }

    /** The places with one and the same answer together, in the order of the service's. */
    public List<Alike> alike() {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        it -> new Prospect("", it.outcome(), it.parts()), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Alike::of)
                .toList();
    }

    /** Places with one and the same answer. */
    public record Alike(List<String> places, Prospect answer) {

        static Alike of(List<Prospect> same) {
            return new Alike(same.stream().map(Prospect::place).toList(), same.getFirst());
        }
    }

    /** What one place could be told. */
    public record Prospect(String recipient, Outcome outcome, List<Part> parts) {

        public Prospect {
            parts = List.copyOf(parts);
        }

        public String place() {
            return Codes.inWords(recipient);
        }

        /** What could go, by what it rests on: “identity, referral” by “Explicit consent, until 1 May 2027, 12:00am”. */
        public Map<String, String> told() {
            return grouped(true);
        }

        /** What would be withheld, by why. */
        public Map<String, String> withheld() {
            return grouped(false);
        }

        private Map<String, String> grouped(boolean permitted) {
            return parts.stream()
                    .filter(it -> it.permitted() == permitted)
                    .collect(Collectors.groupingBy(
                            Part::why,
                            LinkedHashMap::new,
                            Collectors.collectingAndThen(
                                    Collectors.mapping(Part::category, Collectors.toList()), Codes::inWords)));
        }
    }

    /**
     * One category of information.
     *
     * @param why what it rests on where it may go, the rules that withhold it where it may not, in a sentence
     */
    public record Part(String category, boolean permitted, String why) {}

    /** Whether all, some or none of it could go. */
    public enum Outcome {
        PERMIT("Everything", "govuk-tag--green"),
        PARTIAL("Part of it", "govuk-tag--yellow"),
        REFUSE("Nothing", "govuk-tag--grey");

        private final String words;
        private final String tag;

        Outcome(String words, String tag) {
            this.words = words;
            this.tag = tag;
        }

        public String words() {
            return words;
        }

        public String tag() {
            return tag;
        }
    }
}
