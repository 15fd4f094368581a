package org.partnerhub.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final List<String> OFFERED = List.of("month", "area");

    @Test
    void whateverIsNotOfferedIsAYearByMonth() {
        Span span = Span.of(NOVEMBER, 1000, "child", OFFERED);

        assertThat(span.first()).isEqualTo(YearMonth.of(2025, 12));
        assertThat(span.all()).hasSize(12).endsWith(NOVEMBER);
        assertThat(span.by()).isEqualTo("month");
    }

    @Test
    void theHighestMonthReachesTheTopAndAnAbsentOneIsADash() {
        Span span = Span.of(NOVEMBER, 3, "month", OFFERED);
        Series series = new Series("request", "", span.all(), Map.of(YearMonth.of(2026, 9), 10, NOVEMBER, 5));

        assertThat(series.bars()).extracting(Series.Bar::height).containsExactly(40, 0, 20);
        assertThat(series.bars())
                .allSatisfy(it -> assertThat(it.y() + it.height()).isEqualTo(40));
        assertThat(series.cells()).extracting(Series.Cell::words).containsExactly("10", "–", "5");
        assertThat(series.cells().getLast().month()).isEqualTo("Nov 2026");
    }

    @Test
    void nothingAtAllIsNoDivisionByNought() {
        Series series = new Series(
                "open", "an-area", Span.of(NOVEMBER, 3, "area", OFFERED).all(), Map.of());

        assertThat(series.bars()).extracting(Series.Bar::height).containsOnly(0);
        assertThat(series.title()).isEqualTo("Open: An area");
    }

    @Test
    void areasAndWhatIsNotBrokenDownHaveNames() {
        assertThat(new Series("request", "E10000003", List.of(), Map.of()).title())
                .isEqualTo("Request: Cambridgeshire");
        assertThat(new Series("statutory-duty", "", List.of(), Map.of()).title())
                .isEqualTo("Statutory duty");
    }
}
