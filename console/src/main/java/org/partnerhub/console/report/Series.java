package org.partnerhub.console.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;

/**
 * One figure, or one part of it, month by month.
 *
 * @param figure its code
 * @param part area or agency; empty where it is not broken down
 * @param counts by month; a month that is absent was withheld or has none
 */
public record Series(String figure, String part, List<YearMonth> months, Map<YearMonth, Integer> counts) {

    /** The hub's areas by their GSS codes (Office for National Statistics, register of geographic codes). */
    private static final Map<String, String> AREAS = Map.of("E10000003", "Cambridgeshire", "E06000031", "Peterborough");

    private static final int HEIGHT = 40;
    private static final int STEP = 12;
    private static final int MARGIN = 2;

    public Series {
        months = List.copyOf(months);
        counts = Map.copyOf(counts);
    }

    public String title() {
        return Codes.inWords(figure) + (part.isEmpty() ? "" : ": " + AREAS.getOrDefault(part, Codes.inWords(part)));
    }

    /** Whether there is a month with more than nought. */
    public boolean hasAny() {
        return counts.values().stream().anyMatch(it -> it > 0);
    }

    /** One month as the table has it. */
    public record Cell(String month, @Nullable Integer count) {
        public String words() {
            return count == null ? "–" : String.valueOf(count);
        }
    }

    public List<Cell> cells() {
        return months.stream()
                .map(it -> new Cell(Months.words(it), counts.get(it)))
                .toList();
    }

    /** One bar of the chart, in its own units. */
    public record Bar(int x, int y, int height) {}

    /** The chart beside the table; the highest month reaches the top. */
    public List<Bar> bars() {
        int most = Math.max(
                1, counts.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < months.size(); i++) {
            Integer count = counts.get(months.get(i));
            int height = count == null ? 0 : Math.round((float) count * HEIGHT / most);
            bars.add(new Bar(i * STEP + MARGIN, HEIGHT - height, height));
        }
        return bars;
    }

    public int width() {
        return months.size() * STEP;
    }
}
