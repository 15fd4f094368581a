package org.partnerhub.consent.sample;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.schema.Violation;

/**
 * A sample as it was drawn.
 *
 * @param reason why, in the officer's words
 * @param drawnBy the officer's account
 * @param logSize entries under the checkpoint that it was drawn from
 * @param population among how many of them
 * @param drawn how many were
 */
public record Sample(
        SampleId id,
        SampleTerms terms,
        String reason,
        String drawnBy,
        Instant drawnAt,
        long logSize,
        long population,
        int drawn,
        Checklist checklist) {

    /** What is wrong with a finding about one of its entries; nothing where it can be recorded. */
    public List<Violation> violations(Map<String, Mark> answers, @Nullable String note) {
        return checklist.violations(answers, note);
    }

    @Override
    public String toString() {
        return "Sample[" + id + "]";
    }
}
