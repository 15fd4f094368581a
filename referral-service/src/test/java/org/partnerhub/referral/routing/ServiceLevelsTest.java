package org.partnerhub.referral.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
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
        assertThat(LEVELS.deliverBy(new Purpose("domestic-abuse-notice-to-school"), reported, "999001"))
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

    private static final String TERMS = """
            school-terms:
              - school: "999001"
                terms: [{from: 2026-09-03, until: 2026-10-23}, {from: 2026-11-02, until: 2026-12-18}]
                closed: [2026-11-30]
            """;

    @ParameterizedTest(name = "{2}: reported {0}, known by {1}")
    @CsvSource(textBlock = """
            2026-10-22T21:00:00Z, 2026-10-23T07:30:00Z, before the last day of a half-term
            2026-10-23T21:00:00Z, 2026-11-02T08:30:00Z, in half-term
            2026-11-27T21:00:00Z, 2026-12-01T08:30:00Z, before a training day
            2026-08-20T21:00:00Z, 2026-09-03T07:30:00Z, in the summer holidays
            2026-12-18T21:00:00Z, 2026-12-21T08:30:00Z, after the last term that the school told
            """)
    void aSchoolsOwnTermsCountWhereItHasToldThem(Instant reported, Instant knownBy, String when, @TempDir Path folder)
            throws IOException {
        ServiceLevels own = withTerms(folder);
        Purpose notice = new Purpose("domestic-abuse-notice-to-school");

        assertThat(own.deliverBy(notice, reported, "999001")).as(when).isEqualTo(knownBy);
    }

    @Test
    void anotherSchoolsTermsDoNotCount(@TempDir Path folder) throws IOException {
        Purpose notice = new Purpose("domestic-abuse-notice-to-school");

        assertThat(withTerms(folder).deliverBy(notice, Instant.parse("2026-10-23T21:00:00Z"), "999002"))
                .isEqualTo(Instant.parse("2026-10-26T08:30:00Z"));
    }

    private static ServiceLevels withTerms(Path folder) throws IOException {
        String whole = new String(
                PolicyFile.class
                        .getResourceAsStream("/policy/service-levels.yml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("service-levels.yml"), whole.replace("school-terms: []\n", TERMS));
        return ServiceLevels.of(PolicyFile.read("service-levels", folder), WORKING_DAYS);
    }

    @ParameterizedTest(name = "{0} told {1}: answered by {2}, chased in vain by {3}, taken to {4}")
    @CsvSource(textBlock = """
            safeguarding,             2026-11-23T10:00:00Z, 2026-11-24T17:00:00Z, 2026-11-25T13:00:00Z, head-of-mash
            safeguarding,             2026-11-27T10:00:00Z, 2026-11-30T17:00:00Z, 2026-12-01T13:00:00Z, head-of-mash
            safeguarding,             2026-04-02T10:00:00Z, 2026-04-07T16:00:00Z, 2026-04-08T12:00:00Z, head-of-mash
            safeguarding,             2026-12-24T10:00:00Z, 2026-12-29T17:00:00Z, 2026-12-30T13:00:00Z, head-of-mash
            mental-health-crisis,     2026-12-25T22:00:00Z, 2026-12-26T02:00:00Z, 2026-12-26T03:00:00Z, crisis-service-manager
            early-help-support,       2026-12-22T10:00:00Z, 2026-12-31T17:00:00Z, 2027-01-05T17:00:00Z, early-help-service-manager
            early-help-support,       2026-04-30T10:00:00Z, 2026-05-08T16:00:00Z, 2026-05-12T16:00:00Z, early-help-service-manager
            concern-between-school-and-police, 2026-08-27T10:00:00Z, 2026-09-02T16:00:00Z, 2026-09-03T16:00:00Z, police-safeguarding-inspector
            domestic-abuse-support,   2027-03-25T10:00:00Z, 2027-03-31T16:00:00Z, 2027-04-01T16:00:00Z, domestic-abuse-partnership-manager
            joint-funding-panel,      2026-12-18T10:00:00Z, 2027-01-06T17:00:00Z, 2027-01-08T17:00:00Z, panel-chair
            """)
    void silenceIsChasedAndThenTakenToANamedRole(
            String purpose, Instant told, Instant answered, Instant escalated, String role) {
        Purpose asked = new Purpose(purpose);

        assertThat(LEVELS.answerBy(asked, told)).isEqualTo(answered);
        assertThat(LEVELS.escalateAt(asked, answered)).isEqualTo(escalated);
        assertThat(LEVELS.roleFor(asked)).isEqualTo(role);
    }

    @ParameterizedTest(name = "{0} asked {1}: a person answers by {2}")
    @CsvSource(textBlock = """
            safeguarding,                    2026-12-25T23:30:00Z, 2026-12-26T00:30:00Z
            early-help-support,              2026-12-24T10:00:00Z, 2026-12-29T17:00:00Z
            exploitation-risk,               2026-11-23T16:00:00Z, 2026-11-24T10:00:00Z
            exploitation-risk,               2026-11-27T18:00:00Z, 2026-11-30T11:00:00Z
            exploitation-risk,               2026-11-28T07:00:00Z, 2026-11-30T11:00:00Z
            exploitation-risk,               2026-11-23T07:00:00Z, 2026-11-23T11:00:00Z
            exploitation-risk,               2026-11-23T15:00:00Z, 2026-11-23T17:00:00Z
            exploitation-risk,               2026-12-24T16:30:00Z, 2026-12-29T10:30:00Z
            """)
    void aPersonWhoIsAskedHasAShortTimeToo(String purpose, Instant asked, Instant by) {
        assertThat(LEVELS.questionBy(new Purpose(purpose), asked)).isEqualTo(by);
    }

    @Test
    void whoIsAskedForMoreHasAWorkingWeek() {
        assertThat(LEVELS.informationBy(Instant.parse("2026-11-23T10:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-30T17:00:00Z"));
    }

    /** Families are told what purposes.yml says; the clocks must run by the same. */
    @Test
    void theClocksRunByWhatThePurposesSay() {
        Instant monday = Instant.parse("2026-11-02T10:00:00Z");
        PolicyFile.read("purposes", null).content().path("purposes").forEach(purpose -> {
            Matcher said = Pattern.compile("(\\d+) (working days?|hours)")
                    .matcher(purpose.path("answer-within").asString(""));
            Instant by = LEVELS.answerBy(new Purpose(purpose.path("id").asString()), monday);
            if (by != null) {
                assertThat(said.matches()).as(purpose.path("id").asString()).isTrue();
                int length = Integer.parseInt(said.group(1));
                assertThat(by)
                        .as(purpose.path("id").asString())
                        .isEqualTo(
                                said.group(2).equals("hours")
                                        ? monday.plusSeconds(3600L * length)
                                        : WORKING_DAYS
                                                .after(LocalDate.of(2026, 11, 2), length)
                                                .atTime(17, 0)
                                                .atZone(WorkingDays.ENGLAND)
                                                .toInstant());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{hours: 0}", "{hours: 1, working-days: 1}", "{days: 3}"})
    void aSpanHasOneUnitAndIsLongerThanNothing(String span, @TempDir Path folder) throws IOException {
        String whole = new String(
                PolicyFile.class
                        .getResourceAsStream("/policy/service-levels.yml")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("service-levels.yml"),
                whole.replace("questions: {working-days: 1}", "questions: " + span));
        PolicyFile file = PolicyFile.read("service-levels", folder);

        assertThatThrownBy(() -> ServiceLevels.of(file, WORKING_DAYS)).isInstanceOf(PolicyUnusable.class);
    }

    @Test
    void nothingFixesWhenEarlyHelpMustBeTold() {
        assertThat(LEVELS.deliverBy(new Purpose("early-help-support"), Instant.EPOCH, null))
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
