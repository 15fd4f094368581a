package org.partnerhub.console.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.staff.Staff;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishDate;
import org.partnerhub.console.words.EnglishTime;

/**
 * One request, as consent-service tells it.
 *
 * @param asker what is said of who asks, under the names that a reader knows
 * @param extendedBecause empty unless it was
 */
public record Request(
        String id,
        String kind,
        String person,
        String capacity,
        SequencedMap<String, String> asker,
        String wanted,
        LocalDate received,
        LocalDate due,
        boolean overdue,
        String extendedBecause,
        @Nullable Answered answer,
        int version) {

    /** How it ended. */
    public record Answered(String outcome, String words, String by, Instant at) {
        @Override
        public String toString() {
            return "Answered[" + outcome + "]";
        }
    }

    public boolean isOpen() {
        return answer == null;
    }

    public boolean isAccess() {
        return kind.equals("access");
    }

    /** Whether a pack was handed over. */
    public boolean hasPack() {
        return isAccess()
                && answer != null
                && (answer.outcome().equals("done") || answer.outcome().equals("partly"));
    }

    public boolean canBeExtended() {
        return isOpen() && extendedBecause.isEmpty() && !overdue;
    }

    public String title() {
        return switch (kind) {
            case "access" -> "To see what is held";
            case "rectification" -> "To correct what is held";
            default -> "Against what is done with it";
        };
    }

    public String dueWhen() {
        return EnglishDate.of(due);
    }

    public String receivedWhen() {
        return EnglishDate.of(received);
    }

    public String asksAs() {
        return Codes.inWords(capacity);
    }

    public String standing() {
        if (answer != null) {
            return Codes.inWords(answer.outcome());
        }
        return overdue ? "Overdue" : "Open";
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        if (answer != null) {
            return "govuk-tag--green";
        }
        return overdue ? "govuk-tag--red" : "govuk-tag--blue";
    }

    /** Everything about it under the names that a reader knows. */
    public SequencedMap<String, String> summary(Staff staff) {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put("About (the hub’s id)", person);
        rows.put("Asks", asksAs());
        rows.putAll(asker);
        rows.put("Wants", wanted);
        rows.put("Received", receivedWhen());
        rows.put("To be answered by", dueWhen());
        if (!extendedBecause.isEmpty()) {
            rows.put("Extended because", extendedBecause);
        }
        if (answer != null) {
            rows.put("Answered", EnglishTime.of(answer.at()) + ", by " + staff.who(answer.by()));
            rows.put("Told", answer.words());
        }
        return rows;
    }

    @Override
    public String toString() {
        return "Request[" + id + "]";
    }
}
