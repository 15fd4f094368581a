package org.partnerhub.referral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.partnerhub.referral.story.Measure;

class CaseloadTest {

    private static final UUID CHILD = UUID.randomUUID();
    private static final UUID SIBLING = UUID.randomUUID();
    private static final YearMonth JUNE = YearMonth.of(2018, 6);

    private final Map<UUID, List<Measure>> measures = new HashMap<>();
    private final Map<UUID, NavigableSet<Instant>> referred = new HashMap<>();
    private final Families families = new Families();

    @ParameterizedTest(name = "opened {0}, ended {1}: open at the end of June {2}")
    @CsvSource({
        "2018-05-10T09:00:00Z, , true",
        "2018-05-10T09:00:00Z, 2018-06-30T22:59:59Z, false",
        "2018-05-10T09:00:00Z, 2018-06-30T23:00:00Z, true",
        "2018-06-30T22:59:59Z, , true",
        "2018-06-30T23:00:00Z, , false"
    })
    void aCaseIsOpenAtTheMonthsEndInEnglandsTime(Instant opened, @Nullable Instant ended, boolean open) {
        assertThat(figures(new Case(CHILD, null, "a", opened, ended, true)).contains(Figure.OPEN))
                .isEqualTo(open);
    }

    @Test
    void whatEndedWithoutAnOutcomeIsNotClosed() {
        assertThat(figures(new Case(CHILD, null, "a", at("2018-05-10"), at("2018-06-10"), false)))
                .isEmpty();
    }

    @ParameterizedTest(name = "measured {0} then {1}: {2}")
    @CsvSource({"2,6,PROGRESS_POSITIVE", "6,2,PROGRESS_NEGATIVE", "4,4,PROGRESS_NONE"})
    void progressIsWhatTheMeasuresUpToTheEndSay(int first, int last, Figure figure) {
        measures.put(CHILD, List.of(map("2018-05-10", first), map("2018-06-09", last), map("2018-06-11", 10)));

        assertThat(figures(closed(CHILD))).contains(Figure.CLOSED, figure).doesNotContain(Figure.PROGRESS_NOT_MEASURED);
    }

    @Test
    void aFamilyOfWhichOneChildWentBackIsInOnePartOnly() {
        families.together(CHILD, SIBLING);
        measures.put(CHILD, List.of(map("2018-05-10", 2), map("2018-06-09", 6)));
        measures.put(SIBLING, List.of(map("2018-05-10", 6), map("2018-06-09", 2)));

        List<Counted> counted = caseload(closed(CHILD), closed(SIBLING)).in(JUNE);

        assertThat(counted.stream().map(Counted::figure).filter(Figure.BY_PROGRESS::contains))
                .containsExactly(Figure.PROGRESS_NEGATIVE, Figure.PROGRESS_NEGATIVE);
        assertThat(counted.stream().map(Counted::family).distinct()).hasSize(1);
    }

    @ParameterizedTest(name = "referred again on {0}: {1}")
    @CsvSource({
        "2018-06-10, NOT_RE_REFERRED",
        "2018-06-11, RE_REFERRED",
        "2020-06-10, RE_REFERRED",
        "2020-06-11, NOT_RE_REFERRED",
        "2018-05-01, NOT_RE_REFERRED"
    })
    void aReturnCountsFor24Months(LocalDate day, Figure figure) {
        referred.put(CHILD, new TreeSet<>(List.of(at(day.toString()))));

        assertThat(figures(closed(CHILD))).contains(figure);
    }

    private List<Figure> figures(Case... cases) {
        return caseload(cases).in(JUNE).stream().map(Counted::figure).toList();
    }

    private Caseload caseload(Case... cases) {
        return new Caseload(List.of(cases), measures, referred, families, authority -> "somewhere");
    }

    private static Case closed(UUID child) {
        return new Case(child, null, "a", at("2018-05-10"), at("2018-06-10"), true);
    }

    private static Measure map(String day, int reading) {
        return new Measure.Map(LocalDate.parse(day), List.of(new Measure.GoalReading("a goal", reading)));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T09:00:00Z");
    }
}
