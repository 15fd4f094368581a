package org.partnerhub.console.override;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.staff.Staff;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * One sharing without consent, as consent-service tells it.
 *
 * @param authorisedBy the account of the officer who authorised it
 * @param reason only where one is asked for; likewise {@code permitted}
 * @param finding absent until it has been reviewed
 * @param permitted what was permitted in reliance on it
 */
public record Sharing(
        String id,
        String person,
        String purpose,
        String ground,
        List<String> recipients,
        List<String> categories,
        boolean despiteRefusal,
        String authorisedBy,
        Instant authorisedAt,
        Instant endsAt,
        boolean inForce,
        Review review,
        @Nullable String reason,
        @Nullable String finding,
        List<Use> permitted) {

    public Sharing {
        recipients = List.copyOf(recipients);
        categories = List.copyOf(categories);
        permitted = List.copyOf(permitted);
    }

    /** How its review stands. */
    public record Review(
            ReviewState state,
            Instant dueBy,
            @Nullable String by,
            @Nullable Instant at) {

        public String due() {
            return EnglishTime.of(dueBy);
        }
    }

    /** One thing that was permitted in reliance on it. */
    public record Use(String decision, String recipient, List<String> categories, Instant at) {

        public String words() {
            return Codes.inWords(recipient) + ": " + Codes.inWords(categories);
        }

        public String when() {
            return EnglishTime.of(at);
        }
    }

    public String title() {
        return Codes.inWords(purpose);
    }

    public String authorised() {
        return EnglishTime.of(authorisedAt);
    }

    /** Whether this officer authorised it, and so must leave the review to another. */
    public boolean isBy(String account) {
        return authorisedBy.equals(account);
    }

    /** Everything about it under the names that a reader knows. */
    public SequencedMap<String, String> summary(Staff staff) {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        rows.put("Person", person);
        rows.put("Purpose", title());
        rows.put("Ground", Ground.inWords(ground));
        rows.put("May be told", Codes.inWords(recipients));
        rows.put("What may be told", Codes.inWords(categories));
        rows.put("Against a refusal", despiteRefusal ? "Yes: somebody had refused or withdrawn" : "No");
        rows.put("Reason", reason == null ? "The log holds no reason any more" : reason);
        rows.put("Authorised", authorised() + ", by " + staff.who(authorisedBy));
        rows.put("Ends", EnglishTime.of(endsAt) + (inForce ? "" : ". It is not in force now"));
        if (review.at() != null && review.by() != null) {
            rows.put("Reviewed", EnglishTime.of(review.at()) + ", by " + staff.who(review.by()));
        }
        if (finding != null) {
            rows.put("Finding", finding);
        }
        return rows;
    }

    @Override
    public String toString() {
        return "Sharing[" + id + "]";
    }
}
