package org.partnerhub.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-27T15:05:59Z | 27 November 2026, 3:05pm",
                "2026-11-27T00:00:00Z | 27 November 2026, 12:00am",
                "2026-11-27T12:30:00Z | 27 November 2026, 12:30pm",
                "2026-06-30T23:30:00Z | 1 July 2026, 12:30am"
            })
    void pointsInTimeAreWrittenAsPeopleHereWriteThem(Instant at, String written) {
        assertThat(EnglishTime.of(at)).isEqualTo(written);
    }
}
