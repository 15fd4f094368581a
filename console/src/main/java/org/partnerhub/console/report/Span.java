package org.partnerhub.console.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The months of a report and what each is broken down by.
 *
 * @param months how many, the present one included
 * @param by what each month is broken down by, in the codes of the report
 */
public record Span(YearMonth last, int months, String by) {

    private static final Set<Integer> LENGTHS = Set.of(3, 6, 12, 24);

    /**
     * What was chosen; whatever is not offered is a year, by the first breakdown.
     *
     * @param breakdowns that the report offers
     */
    public static Span of(YearMonth last, int months, String by, List<String> breakdowns) {
        return new Span(
                last, LENGTHS.contains(months) ? months : 12, breakdowns.contains(by) ? by : breakdowns.getFirst());
    }

    public YearMonth first() {
        return last.minusMonths(months - 1L);
    }

    public List<YearMonth> all() {
        return Stream.iterate(first(), it -> it.plusMonths(1)).limit(months).toList();
    }
}
