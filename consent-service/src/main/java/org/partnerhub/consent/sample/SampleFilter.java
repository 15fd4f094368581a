package org.partnerhub.consent.sample;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Category;

/**
 * Which entries a sample is drawn among.
 *
 * @param kinds codes of kinds of entry, in the order of the alphabet
 * @param category permitted or withheld
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SampleFilter(
        List<String> kinds,
        @Nullable String recipient,
        @Nullable String purpose,
        @Nullable String ground,
        @Nullable String outcome,
        @Nullable Category category) {

    /** Whether something was told, and whether that was right, is what samples are drawn for. */
    private static final List<String> ABOUT_TELLING = List.of("decision", "disclosure", "refusal");

    public SampleFilter {
        kinds = kinds.stream().sorted().distinct().toList();
    }

    /** Every decision, refusal and disclosure. */
    public static SampleFilter everything() {
        return of(null, null, null, null, null, null);
    }

    /** With the kinds that samples are drawn for where none are named. */
    public static SampleFilter of(
            @Nullable List<String> kinds,
            @Nullable String recipient,
            @Nullable String purpose,
            @Nullable String ground,
            @Nullable String outcome,
            @Nullable Category category) {
        return new SampleFilter(kinds == null ? ABOUT_TELLING : kinds, recipient, purpose, ground, outcome, category);
    }
}
