package org.partnerhub.console.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.partnerhub.console.staff.Staff;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;
import org.partnerhub.console.words.EnglishTime;

/**
 * One audit sample, as consent-service tells it.
 *
 * @param filter codes by what they filter
 * @param population among how many entries it was drawn
 * @param logSize entries under the checkpoint of that moment
 * @param entries in the order in which they were drawn; empty in a list
 */
public record Sample(
        String id,
        String reason,
        String drawnBy,
        Instant drawnAt,
        String seed,
        LocalDate from,
        LocalDate until,
        Map<String, String> filter,
        long population,
        long logSize,
        int drawn,
        int examined,
        int withConcerns,
        List<Question> questions,
        List<SampledEntry> entries) {

    public Sample {
        filter = Map.copyOf(filter);
        questions = List.copyOf(questions);
        entries = List.copyOf(entries);
    }

    public String period() {
        return EnglishDate.of(from) + " to " + EnglishDate.of(until);
    }

    public String progress() {
        return examined + " of " + drawn;
    }

    public boolean isDone() {
        return examined == drawn;
    }

    public String drawnWhen() {
        return EnglishTime.of(drawnAt);
    }

    /** How it was drawn, under the names that a reader knows: enough to draw it again. */
    public SequencedMap<String, String> summary(Staff staff) {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put("Why", reason);
        rows.put("Drawn", drawnWhen() + ", by " + staff.who(drawnBy));
        rows.put("Period", period());
        filter.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> rows.put(Codes.inWords(it.getKey()), it.getValue()));
        rows.put("Entries to draw from", population + " of the " + logSize + " that the log had");
        rows.put("Seed", seed);
        return rows;
    }

    public Optional<SampledEntry> entry(long sequence) {
        return entries.stream().filter(it -> it.sequence() == sequence).findFirst();
    }

    /** Which of them it is, counted from 1. */
    public int place(SampledEntry entry) {
        return entries.indexOf(entry) + 1;
    }

    /** The first that nobody has examined. */
    public Optional<SampledEntry> next() {
        return entries.stream().filter(it -> !it.isExamined()).findFirst();
    }

    @Override
    public String toString() {
        return "Sample[" + id + "]";
    }
}
