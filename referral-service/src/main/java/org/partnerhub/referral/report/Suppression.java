package org.partnerhub.referral.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes counts under five away, and with them as many more as it needs for nobody to work them out: of a total and its parts either
 * nothing is missing, or at least two parts are that together make five or more. Totals over several months are not given at all,
 * because two such totals that differ by a month give the month away.
 */
final class Suppression {

    /** A count below this could be somebody. */
    static final int LEAST = 5;

    private Suppression() {}

    static List<Row> of(List<Row> exact) {
        Set<Row> withoutChildren = new HashSet<>();
        Set<Row> withoutFamilies = new HashSet<>();
        for (Line line : lines(exact)) {
            withoutChildren.addAll(line.hidden(Row::children));
            withoutFamilies.addAll(line.hidden(Row::families));
        }
        return exact.stream()
                .filter(row -> row.isTotal() || !row.figure().isPartOfClosed())
                .map(row -> new Row(
                        row.month(),
                        row.area(),
                        row.agency(),
                        row.figure(),
                        withoutChildren.contains(row) ? null : row.children(),
                        withoutFamilies.contains(row) ? null : row.families()))
                .toList();
    }

    private record Of(YearMonth month, Figure figure) {}

    /** Each total with its parts: by area or agency, and what was closed by its two divisions. */
    private static List<Line> lines(List<Row> exact) {
        Map<Of, List<Row>> parts = new LinkedHashMap<>();
        Map<Of, Row> totals = new LinkedHashMap<>();
        for (Row row : exact) {
            Of of = new Of(row.month(), row.figure());
            if (row.isTotal()) {
                totals.put(of, row);
            } else if (!row.figure().isPartOfClosed()) {
                parts.computeIfAbsent(of, it -> new ArrayList<>()).add(row);
            }
        }
        List<Line> lines = new ArrayList<>();
        totals.forEach((of, total) -> {
            lines.add(new Line(total, parts.getOrDefault(of, List.of())));
            if (of.figure() == Figure.CLOSED) {
                lines.add(new Line(total, divided(totals, of.month(), Figure.BY_PROGRESS)));
                lines.add(new Line(total, divided(totals, of.month(), Figure.BY_RE_REFERRAL)));
            }
        });
        return lines;
    }

    private static List<Row> divided(Map<Of, Row> totals, YearMonth month, Set<Figure> figures) {
        return figures.stream()
                .map(it -> totals.get(new Of(month, it)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** A total and the parts that make it. */
    private record Line(Row total, List<Row> parts) {

        Set<Row> hidden(Function<Row, @Nullable Integer> count) {
            Set<Row> hidden = new HashSet<>();
            if (of(total, count) < LEAST) {
                hidden.add(total);
                hidden.addAll(parts);
                return hidden;
            }
            parts.stream().filter(it -> of(it, count) < LEAST).forEach(hidden::add);
            List<Row> others = parts.stream()
                    .filter(it -> !hidden.contains(it))
                    .sorted(Comparator.comparingInt(it -> of(it, count)))
                    .toList();
            for (Row next : others) {
                if (!givesAway(hidden, count)) {
                    break;
                }
                hidden.add(next);
            }
            if (givesAway(hidden, count)) {
                hidden.add(total);
            }
            return hidden;
        }

        /** Whether total and shown parts say too much of the hidden ones. */
        private boolean givesAway(Set<Row> hidden, Function<Row, @Nullable Integer> count) {
            int together = hidden.stream().mapToInt(it -> of(it, count)).sum();
            int shown = parts.stream()
                    .filter(it -> !hidden.contains(it))
                    .mapToInt(it -> of(it, count))
                    .sum();
            int left = Math.min(together, of(total, count) - shown);
            return !hidden.isEmpty() && (hidden.size() < 2 || left < LEAST);
        }

        private static int of(Row row, Function<Row, @Nullable Integer> count) {
            return Objects.requireNonNullElse(count.apply(row), 0);
        }
    }
}
