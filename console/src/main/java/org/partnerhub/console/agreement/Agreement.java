package org.partnerhub.console.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.partnerhub.console.staff.Staff;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;
import org.partnerhub.console.words.EnglishTime;

/**
 * One agreement, as consent-service tells it.
 *
 * @param reference of the signed paper
 * @param history its versions, oldest first
 */
public record Agreement(
        String reference,
        String partner,
        int version,
        String state,
        boolean reviewDue,
        List<String> purposes,
        List<String> categories,
        LocalDate from,
        LocalDate until,
        LocalDate reviewOn,
        List<String> signedBy,
        List<Version> history) {

    private static final Map<String, String> TAGS = Map.of(
            "in-force", "govuk-tag--green",
            "not-begun", "govuk-tag--blue",
            "lapsing", "govuk-tag--yellow",
            "lapsed", "govuk-tag--red");

    public Agreement {
        purposes = List.copyOf(purposes);
        categories = List.copyOf(categories);
        signedBy = List.copyOf(signedBy);
        history = List.copyOf(history);
    }

    /** What it said for a while. */
    public record Version(int number, Instant recordedAt, String recordedBy, LocalDate from, LocalDate until) {
        public String words(Staff staff) {
            return "Version " + number + ", entered " + EnglishTime.of(recordedAt)
                    + (recordedBy.isEmpty() ? "" : ", by " + staff.who(recordedBy)) + ": from " + EnglishDate.of(from)
                    + " to " + EnglishDate.of(until);
        }
    }

    public String title() {
        return Codes.inWords(partner);
    }

    public String standing() {
        return Codes.inWords(state);
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return TAGS.getOrDefault(state, "govuk-tag--grey");
    }

    public String ends() {
        return EnglishDate.of(until);
    }

    public String review() {
        return EnglishDate.of(reviewOn) + (reviewDue ? ": due" : "");
    }

    /** Whether an officer should look at it soon. */
    public boolean wantsAttention() {
        return reviewDue || state.equals("lapsing") || state.equals("lapsed");
    }

    /** Everything about it under the names that a reader knows. */
    public SequencedMap<String, String> summary() {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put("Partner", title());
        rows.put("Reference of the paper", reference);
        rows.put("Purposes", Codes.inWords(purposes));
        rows.put("What may be told", Codes.inWords(categories));
        rows.put("First day", EnglishDate.of(from));
        rows.put("Last day", ends());
        rows.put("To be looked at again", review());
        rows.put("Signed by", String.join(", ", signedBy));
        return rows;
    }
}
