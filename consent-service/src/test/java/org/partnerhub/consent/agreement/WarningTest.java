package org.partnerhub.consent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.Purpose;

class WarningTest {

    private static final Period TWO_MONTHS = Period.ofDays(60);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static Agreement agreement(String partner, LocalDate from, LocalDate until, Category... categories) {
        return new Agreement(
                "ISA-" + from,
                new PartnerId(partner),
                Set.of(new Purpose("early-help-support")),
                Set.of(categories),
                from,
                until,
                LocalDate.of(2026, 7, 1),
                List.of("Caldicott Guardian"));
    }

    private static final Agreement ONE = agreement("cpft", FIRST, LAST, Category.IDENTITY, Category.PLAN);

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, not-begun, ",
        "2026-01-01, in-force, ",
        "2026-06-30, in-force, ",
        "2026-07-01, in-force, review-due",
        "2026-10-31, in-force, review-due",
        "2026-11-01, lapsing, lapsing review-due",
        "2026-12-31, lapsing, lapsing review-due",
        "2027-01-01, lapsed, lapsed"
    })
    void eachDayHasItsStateAndItsWarnings(LocalDate day, String state, String warnings) {
        assertThat(AgreementState.of(ONE, day, TWO_MONTHS).code()).isEqualTo(state);
        assertThat(Warning.of(ONE, List.of(ONE), day, TWO_MONTHS).stream().map(Warning::code))
                .containsExactly(warnings == null ? new String[0] : warnings.split(" "));
    }

    @Test
    void whatIsContinuedNeedsNoWarning() {
        LocalDate last = LAST.plusYears(1);
        Agreement next = agreement("cpft", LAST.plusDays(1), last, Category.IDENTITY, Category.PLAN, Category.VOICE);
        assertThat(Warning.of(ONE, List.of(ONE, next), LAST, TWO_MONTHS)).containsExactly(Warning.REVIEW_DUE);
        assertThat(Warning.of(ONE, List.of(ONE, next), LAST.plusDays(1), TWO_MONTHS))
                .isEmpty();
    }

    @Test
    void neitherAGapNorAnotherPartnerNorLessContinuesIt() {
        LocalDate last = LAST.plusYears(1);
        List<Agreement> others = List.of(
                agreement("cpft", LAST.plusDays(2), last, Category.IDENTITY, Category.PLAN),
                agreement("fenland-academy", LAST.plusDays(1), last, Category.IDENTITY, Category.PLAN),
                agreement("cpft", LAST.plusDays(1), last, Category.IDENTITY));
        assertThat(Warning.of(ONE, others, LAST, TWO_MONTHS)).contains(Warning.LAPSING);
    }
}
