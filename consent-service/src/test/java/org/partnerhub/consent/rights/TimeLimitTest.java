package org.partnerhub.consent.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLimitTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-02, 2026-12-02, 2027-02-02",
        "2026-01-31, 2026-02-28, 2026-04-30",
        "2028-01-31, 2028-02-29, 2028-04-30",
        "2026-03-31, 2026-04-30, 2026-06-30",
        "2026-11-30, 2026-12-30, 2027-02-28",
        "2026-12-31, 2027-01-31, 2027-03-31"
    })
    void theDayOfTheNextMonthOrItsLast(LocalDate received, LocalDate due, LocalDate extended) {
        assertThat(TimeLimit.of(received)).isEqualTo(due);
        assertThat(TimeLimit.extended(received)).isEqualTo(extended);
    }
}
