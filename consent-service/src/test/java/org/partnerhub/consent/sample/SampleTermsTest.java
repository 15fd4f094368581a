package org.partnerhub.consent.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.partnerhub.consent.log.LogFilter;
import org.partnerhub.contracts.schema.Violation;

class SampleTermsTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final Set<String> KINDS = Set.of("decision", "disclosure", "refusal", "consent-given");

    private static SampleTerms terms(LocalDate from, LocalDate until, LogFilter filter) {
        return SampleTerms.of(10, from, until, filter, "october");
    }

    private static List<String> pointers(SampleTerms terms, String now) {
        return terms.violations(Instant.parse(now), KINDS).stream()
                .map(Violation::pointer)
                .toList();
    }

    @Test
    void daysBeginAndEndByEnglandsClock() {
        SampleTerms october = terms(FIRST, LAST, LogFilter.everything());

        assertThat(october.period().begins()).isEqualTo("2026-09-30T23:00:00Z");
        assertThat(october.period().ends()).isEqualTo("2026-11-01T00:00:00Z");
    }

    @Test
    void theLastDayHasComeInEngland() {
        SampleTerms october = terms(FIRST, LAST, LogFilter.everything());

        assertThat(pointers(october, "2026-10-31T00:30:00Z")).isEmpty();
        assertThat(pointers(october, "2026-10-30T23:30:00Z")).containsExactly("/until");
        assertThat(pointers(terms(LAST, FIRST, LogFilter.everything()), "2026-11-30T00:00:00Z"))
                .containsExactly("/until");
    }

    @Test
    void onlyKindsThatThereAreAreDrawn() {
        LogFilter filter = LogFilter.of(List.of("consent-given", "gossip"), null, null, null, null, null);

        assertThat(pointers(terms(FIRST, LAST, filter), "2026-11-30T00:00:00Z")).containsExactly("/filter/kinds");
    }

    @Test
    void aSeedIsMadeUpWhereNoneIsGiven() {
        SampleTerms one = SampleTerms.of(10, FIRST, LAST, LogFilter.everything(), null);
        SampleTerms other = SampleTerms.of(10, FIRST, LAST, LogFilter.everything(), null);

        assertThat(one.seed()).matches("[0-9a-f]{16}").isNotEqualTo(other.seed());
        assertThat(one.filter().kinds()).containsExactly("decision", "disclosure", "refusal");
    }
}
