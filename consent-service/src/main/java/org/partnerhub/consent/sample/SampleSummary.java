package org.partnerhub.consent.sample;

import java.util.Collection;
import java.util.List;

/**
 * How far a sample has got and what came of it.
 *
 * @param withConcerns with at least one no
 */
public record SampleSummary(int drawn, int examined, int withConcerns, List<Counted> questions) {

    public SampleSummary {
        questions = List.copyOf(questions);
    }

    /** How often a question was answered how. */
    public record Counted(String code, long yes, long no, long notApplicable) {}

    public static SampleSummary of(Sample sample, Collection<Finding> findings) {
        return new SampleSummary(
                sample.drawn(),
                findings.size(),
                (int) findings.stream().filter(Finding::hasConcern).count(),
                sample.checklist().questions().stream()
                        .map(it -> counted(it.code(), findings))
                        .toList());
    }

    private static Counted counted(String code, Collection<Finding> findings) {
        return new Counted(
                code,
                count(code, Mark.YES, findings),
                count(code, Mark.NO, findings),
                count(code, Mark.NOT_APPLICABLE, findings));
    }

    private static long count(String code, Mark mark, Collection<Finding> findings) {
        return findings.stream().filter(it -> it.answers().get(code) == mark).count();
    }
}
