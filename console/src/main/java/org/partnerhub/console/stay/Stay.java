package org.partnerhub.console.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;
import org.partnerhub.console.words.EnglishTime;

/**
 * One stay, as notification-service tells it: nobody's name or number.
 *
 * @param id of its last admission
 * @param section 85 or 86; absent while it is not settled
 * @param authority the responsible council, or the likeliest; absent while nobody knows
 * @param provisional whether the council is only the likeliest
 * @param settings hospitals and others that told of it
 * @param clocks its days, in order
 */
public record Stay(
        String id,
        String state,
        @Nullable String section,
        @Nullable String authority,
        boolean provisional,
        List<String> settings,
        List<Clock> clocks,
        List<Overdue> overdue,
        List<Asked> questions,
        List<Notice> notices,
        List<Reason> why) {

    private static final Set<String> ANSWERED_HERE = Set.of("funding", "ordinaryResidence", "unbroken", "left");

    public Stay {
        settings = List.copyOf(settings);
        clocks = List.copyOf(clocks);
        overdue = List.copyOf(overdue);
        questions = List.copyOf(questions);
        notices = List.copyOf(notices);
        why = List.copyOf(why);
    }

    /** One day of the stay's course, and whether it has come. */
    public record Clock(String what, LocalDate day, boolean passed) {
        public String date() {
            return EnglishDate.of(day);
        }
    }

    /** What should have been seen to, by which source. */
    public record Overdue(String what, String source, LocalDate since, boolean settled) {
        public String words() {
            String thing = switch (what) {
                case "notice" -> "No notice within twelve weeks";
                case "notice-under-the-act" -> "Breach of the Act: no notice within three months";
                case "acknowledgement" -> "The council has not acknowledged";
                default -> Codes.inWords(what);
            };
            return thing + ", since " + EnglishDate.of(since);
        }
    }

    /** What a person must find out, and by which field of the answer. */
    public record Asked(String question, String words, String answeredBy) {}

    /** A notice that was given. */
    public record Notice(
            String kind,
            String recipient,
            Instant givenAt,
            String delivery,
            @Nullable Instant acknowledgedAt,
            boolean withdrawn) {

        public String title() {
            return Codes.inWords(kind) + (withdrawn ? " (taken back)" : "");
        }

        public String to() {
            return Codes.inWords(recipient);
        }

        public String given() {
            return EnglishTime.of(givenAt);
        }

        public String arrival() {
            return Codes.inWords(delivery);
        }

        public String acknowledged() {
            return acknowledgedAt == null ? "No" : EnglishTime.of(acknowledgedAt);
        }
    }

    /** What one rule concluded, from which facts. */
    public record Reason(String source, String words, Map<String, String> facts) {
        public Reason {
            facts = Map.copyOf(facts);
        }

        public String wentBy() {
            return facts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(it -> Codes.inWords(inWords(it.getKey())) + ": " + value(it.getValue()))
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
        }
    }

    /** A field's name, such as {@code admittedOn}, as words. */
    private static String inWords(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static String value(String fact) {
        return fact.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? EnglishDate.of(LocalDate.parse(fact))
                : fact.replace('-', ' ');
    }

    /** What is not seen to yet. */
    public List<Overdue> open() {
        return overdue.stream().filter(it -> !it.settled()).toList();
    }

    /** Whether a question is open that this field of the answer settles. */
    public boolean asks(String field) {
        return questions.stream().anyMatch(it -> it.answeredBy().equals(field));
    }

    /** Whether an officer can answer; the rest comes from the setting or is an operator's to enter. */
    public boolean canBeAnswered() {
        return ANSWERED_HERE.stream().anyMatch(this::asks);
    }

    /** Named by the day on which it began: nobody's name belongs into a heading. */
    public String title() {
        return clocks.isEmpty()
                ? "A stay that has just been told"
                : "Stay since " + clocks.getFirst().date();
    }

    public String council() {
        if (authority == null) {
            return "Not known yet";
        }
        return provisional ? authority + " (likeliest; a person decides)" : authority;
    }

    public String hospital() {
        return settings.stream().map(Codes::inWords).collect(Collectors.joining(", "));
    }

    public String law() {
        return section == null ? "Not settled" : "Section " + section;
    }

    public String standing() {
        return Codes.inWords(state);
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        if (!open().isEmpty()) {
            return "govuk-tag--red";
        }
        return questions.isEmpty() ? "govuk-tag--grey" : "govuk-tag--yellow";
    }
}
