package org.partnerhub.consent.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;

/**
 * Which entries of the log somebody wants.
 *
 * @param kinds codes of kinds of entry, in the order of the alphabet
 * @param category permitted or withheld
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogFilter(
        List<String> kinds,
        @Nullable String recipient,
        @Nullable String purpose,
        @Nullable String ground,
        @Nullable String outcome,
        @Nullable Category category) {

    /** Whether something was told, and whether that was right, is what the log is kept for. */
    private static final List<String> ABOUT_TELLING = List.of("decision", "disclosure", "refusal");

    public LogFilter {
        kinds = kinds.stream().sorted().distinct().toList();
    }

    /** Every decision, refusal and disclosure. */
    public static LogFilter everything() {
        return of(null, null, null, null, null, null);
    }

    /** With the kinds that are about telling where none are named. */
    public static LogFilter of(
            @Nullable List<String> kinds,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String ground,
            @Nullable String outcome,
            @Nullable Category category) {
        return new LogFilter(kinds == null ? ABOUT_TELLING : kinds, recipient, purpose, ground, outcome, category);
    }

    /** What an entry must say, as the database's {@code log_terms} writes it; empty where it need say nothing. */
    public List<String> terms() {
        List<String> terms = new ArrayList<>();
        add(terms, "recipient", recipient);
        add(terms, "purpose", purpose);
        add(terms, "ground", ground);
        add(terms, "outcome", outcome);
        add(terms, "category", category == null ? null : category.code());
        return terms;
    }

    private static void add(List<String> terms, String field, @Nullable String code) {
        if (code != null) {
            terms.add(field + ":" + code);
        }
    }
}
