package org.partnerhub.referral.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.referral.story.Measure.AreaReading;
import org.partnerhub.referral.story.Measure.Change;
import org.partnerhub.referral.story.Measure.DistanceTravelled;
import org.partnerhub.referral.story.Measure.GoalReading;
import org.partnerhub.referral.story.Measure.OutcomesStar;
import org.partnerhub.referral.story.Measure.ThemeReading;

class MeasureTest {

    private static final LocalDate BEGINNING = LocalDate.of(2026, 1, 5);
    private static final LocalDate END = LocalDate.of(2026, 9, 5);

    @ParameterizedTest
    @CsvSource({"3,6,POSITIVE", "6,6,NONE", "6,3,NEGATIVE"})
    void aFamilyGotOnAsTheLastReadingBesideTheFirstSays(int first, int last, Change change) {
        assertThat(Change.over(
                        List.of(star("family-star-plus", END, last), star("family-star-plus", BEGINNING, first))))
                .isEqualTo(change);
    }

    @Test
    void differentToolsAreNotCompared() {
        assertThat(Change.over(List.of(
                        star("family-star-plus", BEGINNING, 3),
                        star("teen-star", END, 9),
                        new Measure.Map(END, List.of(new GoalReading("a goal", 9))))))
                .isEqualTo(Change.NOT_MEASURED);
    }

    @Test
    void oneReadingSaysNothingOfProgress() {
        assertThat(Change.over(List.of(star("family-star-plus", END, 9)))).isEqualTo(Change.NOT_MEASURED);
        assertThat(Change.over(List.of())).isEqualTo(Change.NOT_MEASURED);
    }

    @Test
    void theToolThatWasUsedLastCounts() {
        DistanceTravelled before = new DistanceTravelled(BEGINNING, List.of(new ThemeReading(Theme.HEALTH, 8)));
        DistanceTravelled after =
                new DistanceTravelled(BEGINNING.plusDays(1), List.of(new ThemeReading(Theme.HEALTH, 2)));

        assertThat(Change.over(List.of(
                        before, after, star("family-star-plus", BEGINNING, 3), star("family-star-plus", END, 5))))
                .isEqualTo(Change.POSITIVE);
    }

    @ParameterizedTest
    @CsvSource({"0", "11", "-1"})
    void noStarHasSuchAStep(int reading) {
        assertThatThrownBy(() -> new AreaReading("an-area", reading)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMeasureWithoutReadingsIsNone() {
        assertThatThrownBy(() -> new Measure.Map(END, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static OutcomesStar star(String star, LocalDate day, int reading) {
        return new OutcomesStar(day, star, List.of(new AreaReading("family-routine", reading)));
    }
}
