package org.partnerhub.referral.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionTest {

    private static final YearMonth MONTH = YearMonth.of(2018, 4);

    @ParameterizedTest(name = "{0} are told as {1}")
    @CsvSource(delimiter = '|', textBlock = """
            10 20 30 | 10 20 30 of 60
            3 20 30  | - - 30 of 53
            3 4 30   | - - 30 of 37
            1 1 30   | - - - of 32
            0 7      | - - of 7
            0 0 9    | - - - of 9
            1 2      | - - of -
            5 5      | 5 5 of 10
            4 0 0    | - - - of -
            """)
    void nobodyCanWorkOutACountUnderFive(String counts, String told) {
        List<Row> rows = Suppression.of(rows(numbers(counts)));

        assertThat(said(rows)).isEqualTo(told);
    }

    @Provide
    Arbitrary<List<Integer>> parts() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.integers().between(0, 6)),
                        Tuple.of(1, Arbitraries.integers().between(0, 60)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(8);
    }

    /** Whoever knows the rules and what is shown tries every way to fill in what is hidden. */
    @Property(tries = 2000)
    void whatIsHiddenCouldAlwaysBeOtherwise(@ForAll("parts") List<Integer> counts) {
        List<Row> shown = Suppression.of(rows(counts));
        Integer total = shown.getFirst().children();
        List<Row> parts = shown.subList(1, shown.size());
        List<Integer> told =
                parts.stream().map(Row::children).filter(Objects::nonNull).toList();
        int hidden = parts.size() - told.size();

        assertThat(told).allMatch(it -> it >= Suppression.LEAST);
        if (total == null) {
            assertThat(told).isEmpty();
            return;
        }
        int left = total - told.stream().mapToInt(it -> it).sum();
        assertThat(total).isGreaterThanOrEqualTo(Suppression.LEAST);
        assertThat(hidden).isNotEqualTo(1);
        if (hidden > 0) {
            // with another hidden part beside it, each value from none to all that is left is possible
            assertThat(possible(left, hidden)).hasSizeGreaterThan(Suppression.LEAST);
        }
    }

    private static List<Integer> possible(int left, int hidden) {
        List<Integer> values = new ArrayList<>();
        for (int value = 0; value <= left; value++) {
            if (hidden > 1 || value == left) {
                values.add(value);
            }
        }
        return values;
    }

    @Test
    void whatWasClosedDoesNotGiveAwayWhoCameBack() {
        List<Row> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            int count = switch (figure) {
                case CLOSED -> 40;
                case RE_REFERRED -> 2;
                case NOT_RE_REFERRED -> 38;
                case PROGRESS_POSITIVE -> 20;
                case PROGRESS_NOT_MEASURED -> 20;
                default -> 0;
            };
            rows.add(new Row(MONTH, null, null, figure, count, count));
        }

        List<Row> shown = Suppression.of(rows);

        assertThat(count(shown, Figure.CLOSED)).isEqualTo(40);
        assertThat(count(shown, Figure.RE_REFERRED)).isNull();
        assertThat(count(shown, Figure.NOT_RE_REFERRED)).isNull();
        assertThat(count(shown, Figure.PROGRESS_NEGATIVE)).isNull();
        assertThat(List.of(Figure.PROGRESS_POSITIVE, Figure.PROGRESS_NOT_MEASURED))
                .anyMatch(it -> count(shown, it) == null);
    }

    @Test
    void progressAndReturnsAreBrokenDownNoFurther() {
        List<Row> rows = List.of(
                new Row(MONTH, null, null, Figure.PROGRESS_POSITIVE, 40, 40),
                new Row(MONTH, "E10000003", null, Figure.PROGRESS_POSITIVE, 40, 40));

        assertThat(Suppression.of(rows)).hasSize(1);
    }

    @Test
    void whichRowsThereAreSaysNothingOfWhatWasCounted() {
        Report report = new Report(List.of(MONTH), By.AREA, List.of("E10000003", "E06000031"), List.of());
        Counted one = new Counted(
                MONTH, Figure.REQUEST, UUID.randomUUID(), UUID.randomUUID(), "E10000003", "fenland-academy");

        assertThat(report.suppressed(List.of(one))).isEqualTo(report.suppressed(List.of()));
    }

    private static @Nullable Integer count(List<Row> rows, Figure figure) {
        return rows.stream()
                .filter(it -> it.figure() == figure)
                .findFirst()
                .orElseThrow()
                .children();
    }

    /** A total and its parts by agency. */
    private static List<Row> rows(List<Integer> counts) {
        List<Row> rows = new ArrayList<>();
        int total = counts.stream().mapToInt(it -> it).sum();
        rows.add(new Row(MONTH, null, null, Figure.REQUEST, total, total));
        for (int i = 0; i < counts.size(); i++) {
            rows.add(new Row(MONTH, null, "agency-" + i, Figure.REQUEST, counts.get(i), counts.get(i)));
        }
        return rows;
    }

    private static List<Integer> numbers(String counts) {
        return Arrays.stream(counts.strip().split(" +", -1))
                .map(Integer::valueOf)
                .toList();
    }

    private static String said(List<Row> rows) {
        StringBuilder said = new StringBuilder();
        rows.stream().skip(1).forEach(it -> said.append(number(it)).append(' '));
        return said.append("of ").append(number(rows.getFirst())).toString();
    }

    private static String number(Row row) {
        return row.children() == null ? "-" : row.children().toString();
    }
}
