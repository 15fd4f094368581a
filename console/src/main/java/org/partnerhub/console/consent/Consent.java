package org.partnerhub.console.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;
import org.partnerhub.console.words.EnglishTime;

/**
 * One consent or refusal, as consent-service tells it: codes and days, no names.
 *
 * @param recipients kinds of places and places, by their codes
 * @param exceptions what is kept from whom all the same, in words
 */
public record Consent(
        String id,
        String person,
        String state,
        String capacity,
        List<String> purposes,
        List<String> categories,
        List<String> recipients,
        List<String> exceptions,
        LocalDate from,
        LocalDate until,
        LocalDate obtainedOn,
        String evidence,
        String recordedBy,
        Instant recordedAt,
        List<Step> history) {

    private static final Map<String, String> TAGS = Map.of(
            "given", "govuk-tag--green",
            "not-begun", "govuk-tag--blue",
            "expired", "govuk-tag--grey",
            "refused", "govuk-tag--red",
            "withdrawn", "govuk-tag--red");

    public Consent {
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        exceptions = List.copyOf(exceptions);
        history = List.copyOf(history);
    }

    /**
     * What happened to it.
     *
     * @param changes what was otherwise from then on, in sentences; empty where nothing was, or where it began
     */
    public record Step(String what, Instant at, String by, List<String> changes) {
        public Step {
            changes = List.copyOf(changes);
        }

        public String words() {
            return Codes.inWords(what) + ", " + EnglishTime.of(at) + ", by " + Codes.inWords(List.of(by));
        }
    }

    public String title() {
        return Codes.inWords(Codes.inWords(purposes));
    }

    public String standing() {
        return state.equals("given") ? "In force" : Codes.inWords(state);
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return TAGS.getOrDefault(state, "govuk-tag--grey");
    }

    /** Its last day; a refusal has none. */
    public String ends() {
        return isRefusal() ? "Does not run out" : EnglishDate.of(until);
    }

    private boolean isRefusal() {
        return state.equals("refused");
    }

    /** Whether something may be told on it: in force, or from its first day on. */
    private boolean permits() {
        return state.equals("given") || state.equals("not-begun");
    }

    /** Everything about it under the names that a reader knows. */
    public SequencedMap<String, String> summary() {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put("Person", person);
        rows.put("Consent", id);
        rows.put(isRefusal() ? "Refused as" : "Given as", Codes.inWords(capacity));
        rows.put("For", Codes.inWords(purposes));
        rows.put(said("What may be told", "What was not to be told", "What could be told"), Codes.inWords(categories));
        rows.put(said("To whom", "To whom not", "To whom"), Codes.inWords(recipients));
        if (!exceptions.isEmpty()) {
            rows.put("But not", String.join("; ", exceptions));
        }
        if (!permits()) {
            rows.put("Today", "Nothing may be told on it");
        }
        rows.put("From", EnglishDate.of(from));
        rows.put("Until", ends());
        rows.put("Evidence", Codes.inWords(evidence) + ", obtained " + EnglishDate.of(obtainedOn));
        rows.put("Recorded", EnglishTime.of(recordedAt) + ", by " + Codes.inWords(List.of(recordedBy)));
        return rows;
    }

    private String said(String permits, String refuses, String past) {
        return permits() ? permits : isRefusal() ? refuses : past;
    }

    @Override
    public String toString() {
        return "Consent[" + id + "]";
    }
}
