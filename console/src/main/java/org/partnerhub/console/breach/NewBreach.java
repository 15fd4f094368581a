package org.partnerhub.console.breach;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

/**
 * A report to be made, as typed.
 *
 * @param sequences numbers of entries of the log, with blanks, commas or line ends between
 * @param toldToPeople yes, no, or empty where nobody chose
 */
public record NewBreach(
        String sequences,
        TypedDay awareOn,
        String awareTime,
        String whatHappened,
        String consequences,
        String measures,
        String toldToPeople) {

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** A form that nobody has filled in yet. */
    public static NewBreach empty() {
        return of(List.of());
    }

    /** A form about disclosures that were chosen from the log, by their numbers in it. */
    public static NewBreach of(List<Long> sequences) {
        String chosen = sequences.stream().map(String::valueOf).collect(Collectors.joining(" "));
        return new NewBreach(chosen, TypedDay.empty(), "", "", "", "", "");
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        if (numbers().isEmpty() || numbers().stream().anyMatch(it -> !it.matches("[0-9]{1,15}"))) {
            faults.add(new Fault(
                    "sequences", "Enter the numbers of the entries in the disclosure log, such as 1204 1207."));
        }
        if (awareOn.date().isEmpty()) {
            faults.add(new Fault(
                    "awareOn", "Enter the day on which you became aware as a real date, such as 26 11 2026."));
        }
        if (time().isEmpty()) {
            faults.add(new Fault("awareTime", "Enter the time at which you became aware, such as 16:30."));
        }
        blank(whatHappened, "whatHappened", "Enter what happened.", faults);
        blank(consequences, "consequences", "Enter what is likely to follow from it.", faults);
        blank(measures, "measures", "Enter what has been done about it and will be.", faults);
        if (!toldToPeople.equals("yes") && !toldToPeople.equals("no")) {
            faults.add(new Fault("toldToPeople", "Choose whether the people concerned are told."));
        }
        return faults;
    }

    private static void blank(String typed, String field, String message, List<Fault> faults) {
        if (typed.isBlank()) {
            faults.add(new Fault(field, message));
        }
    }

    private List<String> numbers() {
        return BETWEEN.splitAsStream(sequences.strip())
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private Optional<LocalTime> time() {
        try {
            return Optional.of(LocalTime.parse(awareTime.strip()));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("sequences", numbers().stream().map(Long::valueOf).toList());
        body.put(
                "awareAt",
                awareOn.date()
                        .orElseThrow()
                        .atTime(time().orElseThrow())
                        .atZone(ENGLAND)
                        .toInstant()
                        .toString());
        body.put("whatHappened", whatHappened.strip());
        body.put("consequences", consequences.strip());
        body.put("measures", measures.strip());
        body.put("toldToPeople", toldToPeople.equals("yes"));
        return body;
    }
}
