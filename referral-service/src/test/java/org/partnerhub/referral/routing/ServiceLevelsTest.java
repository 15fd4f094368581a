package org.partnerhub.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Purpose;

class ServiceLevelsTest {

    private static final WorkingDays WORKING_DAYS = new WorkingDays();
    private static final ServiceLevels LEVELS = ServiceLevels.of(PolicyFile.read("service-levels", null), WORKING_DAYS);

    @ParameterizedTest(name = "{2}: reported {0}, known by {1}")
    @CsvSource(textBlock = """
            2026-11-23T03:10:00Z, 2026-11-23T08:30:00Z, in the night before a school day
            2026-11-23T08:29:59Z, 2026-11-23T08:30:00Z, a second before school opens
            2026-11-23T08:30:00Z, 2026-11-24T08:30:00Z, as school opens
            2026-11-23T21:00:00Z, 2026-11-24T08:30:00Z, in the evening
            2026-11-27T21:00:00Z, 2026-11-30T08:30:00Z, on a Friday evening
            2026-11-28T23:00:00Z, 2026-11-30T08:30:00Z, on a Saturday
            2026-04-02T20:00:00Z, 2026-04-07T07:30:00Z, before Good Friday and Easter Monday (summer time)
            2026-05-01T20:00:00Z, 2026-05-05T07:30:00Z, before the early May bank holiday
            2026-08-28T20:00:00Z, 2026-09-01T07:30:00Z, before the summer bank holiday
            2026-12-24T22:00:00Z, 2026-12-29T08:30:00Z, on Christmas Eve: Boxing Day is a Saturday and moves to Monday
            2027-12-24T22:00:00Z, 2027-12-29T08:30:00Z, on Christmas Eve: both days fall on a weekend and move
            2027-12-31T22:00:00Z, 2028-01-04T08:30:00Z, on New Year's Eve: New Year's Day is a Saturday and moves
            2026-10-24T23:30:00Z, 2026-10-26T08:30:00Z, the night in which the clocks go back
            2027-03-27T23:30:00Z, 2027-03-30T07:30:00Z, the night in which they go forward: Easter Monday follows
            """)
    void aSchoolKnowsBeforeItsNextDayStarts(Instant reported, Instant knownBy, String when) {
        assertThat(LEVELS.deliverBy(new Purpose("domestic-abuse-notice-to-school"), reported))
                .as(when)
                .isEqualTo(knownBy);
    }

    @ParameterizedTest(name = "{2}: asked {0}, answered by {1}")
    @CsvSource(textBlock = """
            2026-11-23T10:00:00Z, 2026-11-24T17:00:00Z, on a Monday
            2026-11-27T10:00:00Z, 2026-11-30T17:00:00Z, on a Friday
            2026-11-28T10:00:00Z, 2026-11-30T17:00:00Z, on a Saturday
            2026-12-24T10:00:00Z, 2026-12-29T17:00:00Z, on Christmas Eve
            2026-06-30T23:30:00Z, 2026-07-02T16:00:00Z, after midnight in England's summer time
            """)
    void aSafeguardingContactIsAnsweredWithinOneWorkingDay(Instant asked, Instant answeredBy, String when) {
        assertThat(LEVELS.answerBy(new Purpose("safeguarding"), asked)).as(when).isEqualTo(answeredBy);
    }

    @Test
    void nothingFixesWhenEarlyHelpMustBeTold() {
        assertThat(LEVELS.deliverBy(new Purpose("early-help-support"), Instant.EPOCH))
                .isNull();
    }

    @Test
    void anUnknownPurposeHasNoServiceLevel() {
        assertThat(LEVELS.answerBy(new Purpose("unheard-of"), Instant.EPOCH)).isNull();
    }

    @Test
    void scotlandsHolidaysAreWorkingDaysHere() {
        assertThat(WORKING_DAYS.contains(LocalDate.of(2026, 8, 3))).isTrue();
        assertThat(WORKING_DAYS.contains(LocalDate.of(2026, 11, 30))).isTrue();
    }
}
