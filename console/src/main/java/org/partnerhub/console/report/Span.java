package org.partnerhub.console.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The months of a report and what each is broken down by.
 *
 * @param months how many, the present one included
 * @param by by month alone, or by area or agency as well, in the codes of the report
 */
public record Span(YearMonth last, int months, String by) {

    private static final Set<Integer> LENGTHS = Set.of(3, 6, 12, 24);
    private static final Set<String> BREAKDOWNS = Set.of("month", "area", "agency");

    /** What was chosen; whatever is not offered is a year, by month. */
    public static Span of(YearMonth last, int months, String by) {
        return new Span(last, LENGTHS.contains(months) ? months : 12, BREAKDOWNS.contains(by) ? by : "month");
    }

    public YearMonth first() {
        return last.minusMonths(months - 1L);
    }

    public List<YearMonth> all() {
        return Stream.iterate(first(), it -> it.plusMonths(1)).limit(months).toList();
    }
}
