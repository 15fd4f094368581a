package org.partnerhub.referral.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The figures of some months. Which rows there are never depends on what was counted, so that a missing row says nothing.
 *
 * @param areas by which a month is broken down
 * @param agencies likewise
 */
public record Report(List<YearMonth> months, By by, List<String> areas, List<String> agencies) {

    /** Whoever is in none of the areas, or was referred by nobody whom the directory knows now. */
    public static final String ELSEWHERE = "elsewhere";

    public Report {
        months = List.copyOf(months);
        areas = with(areas);
        agencies = with(agencies);
    }

    private static List<String> with(List<String> known) {
        List<String> all = new ArrayList<>(known);
        all.add(ELSEWHERE);
        return List.copyOf(all);
    }

    private record Cell(
            YearMonth month,
            Figure figure,
            @Nullable String area,
            @Nullable String agency) {}

    private record Tally(Set<UUID> children, Set<UUID> families) {}

    /** The exact figures: first the total of each month and figure, then its parts. */
    public List<Row> exact(List<Counted> counted) {
        Map<Cell, Tally> tallies = tallies(counted);
        List<Row> rows = new ArrayList<>();
        for (YearMonth month : months) {
            for (Figure figure : Figure.values()) {
                for (Cell cell : cells(month, figure)) {
                    Tally tally = tallies.get(cell);
                    rows.add(new Row(
                            month,
                            cell.area(),
                            cell.agency(),
                            figure,
                            tally == null ? 0 : tally.children().size(),
                            tally == null ? 0 : tally.families().size()));
                }
            }
        }
        return rows;
    }

    /** The figures as anybody but an officer may see them. */
    public List<Row> suppressed(List<Counted> counted) {
        return Suppression.of(exact(counted));
    }

    private Map<Cell, Tally> tallies(List<Counted> counted) {
        Map<Cell, Tally> tallies = new HashMap<>();
        for (Counted one : counted) {
            String area = areas.contains(one.area()) ? one.area() : ELSEWHERE;
            String agency = agencies.contains(one.agency()) ? one.agency() : ELSEWHERE;
            count(tallies, new Cell(one.month(), one.figure(), null, null), one);
            if (by != By.MONTH) {
                count(
                        tallies,
                        new Cell(
                                one.month(),
                                one.figure(),
                                by == By.AGENCY ? null : area,
                                by == By.AREA ? null : agency),
                        one);
            }
        }
        return tallies;
    }

    private static void count(Map<Cell, Tally> tallies, Cell cell, Counted one) {
        Tally tally = tallies.computeIfAbsent(cell, it -> new Tally(new HashSet<>(), new HashSet<>()));
        tally.children().add(one.child());
        tally.families().add(one.family());
    }

    private List<Cell> cells(YearMonth month, Figure figure) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell(month, figure, null, null)));
        switch (by) {
            case MONTH -> {}
            case AREA -> areas.forEach(area -> cells.add(new Cell(month, figure, area, null)));
            case AGENCY -> agencies.forEach(agency -> cells.add(new Cell(month, figure, null, agency)));
            case AREA_AND_AGENCY ->
                areas.forEach(area -> agencies.forEach(agency -> cells.add(new Cell(month, figure, area, agency))));
        }
        return cells;
    }
}
