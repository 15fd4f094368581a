package org.partnerhub.consent.sample.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.consent.sample.Sample;
import org.partnerhub.consent.sample.SampleId;
import org.partnerhub.consent.sample.SampleSummary;
import org.partnerhub.consent.sample.SampledEntry;

/** A sample as officers read it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SampleAnswer(
        SampleId id,
        String reason,
        String drawnBy,
        Instant drawnAt,
        String seed,
        int size,
        LocalDate from,
        LocalDate until,
        LogFilter filter,
        long logSize,
        long population,
        List<Question> checklist,
        SampleSummary summary,
        @Nullable List<SampledEntry> entries) {

    record Question(String code, String question) {}

    static SampleAnswer of(Sample sample, SampleSummary summary, @Nullable List<SampledEntry> entries) {
        return new SampleAnswer(
                sample.id(),
                sample.reason(),
                sample.drawnBy(),
                sample.drawnAt(),
                sample.terms().seed(),
                sample.terms().size(),
                sample.terms().from(),
                sample.terms().until(),
                sample.terms().filter(),
                sample.logSize(),
                sample.population(),
                sample.checklist().questions().stream()
                        .map(it -> new Question(it.code(), it.question()))
                        .toList(),
                summary,
                entries);
    }
}
