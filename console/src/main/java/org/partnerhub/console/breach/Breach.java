package org.partnerhub.console.breach;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.partnerhub.console.staff.Staff;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * One report, as consent-service tells it.
 *
 * @param people how many it concerns
 */
public record Breach(
        String id,
        Instant awareAt,
        Instant notifyBy,
        String whatHappened,
        String consequences,
        String measures,
        boolean toldToPeople,
        int people,
        List<String> categories,
        List<Told> told,
        String madeBy,
        Instant madeAt) {

    public Breach {
        categories = List.copyOf(categories);
        told = List.copyOf(told);
    }

    /** One disclosure of it. */
    public record Told(long sequence, Instant at, String person, String recipient, List<String> categories) {
        public Told {
            categories = List.copyOf(categories);
        }

        public String when() {
            return EnglishTime.of(at);
        }

        public String to() {
            return Codes.inWords(recipient);
        }

        public String what() {
            return Codes.inWords(categories);
        }
    }

    public String madeWhen() {
        return EnglishTime.of(madeAt);
    }

    public String notifyWhen() {
        return EnglishTime.of(notifyBy);
    }

    /** Everything about it under the names that a reader knows. */
    public SequencedMap<String, String> summary(Staff staff) {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put("Aware since", EnglishTime.of(awareAt));
        rows.put("The Commissioner is told by", notifyWhen() + ", unless a risk to people is unlikely");
        rows.put("People", String.valueOf(people));
        rows.put("Records", String.valueOf(told.size()));
        rows.put("What was told", Codes.inWords(categories));
        rows.put("What happened", whatHappened);
        rows.put("What may follow", consequences);
        rows.put("What is done about it", measures);
        rows.put("The people concerned", toldToPeople ? "Told, or will be" : "Not told");
        rows.put("Reported", madeWhen() + ", by " + staff.who(madeBy));
        return rows;
    }

    @Override
    public String toString() {
        return "Breach[" + id + "]";
    }
}
