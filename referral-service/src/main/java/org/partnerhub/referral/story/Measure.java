package org.partnerhub.referral.story;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Progress as one of the partnership's tools measured it on a day. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tool")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Measure.OutcomesStar.class, name = "outcomes-star"),
    @JsonSubTypes.Type(value = Measure.Map.class, name = "map"),
    @JsonSubTypes.Type(value = Measure.DistanceTravelled.class, name = "distance-travelled")
})
public sealed interface Measure {

    LocalDate takenOn();

    /** The mean of its readings, on the tool's own scale; more is better. */
    double mean();

    /** Whether the other was taken with the same tool, so that the two can be compared. */
    boolean isSameToolAs(Measure other);

    /**
     * Outcomes Star: areas on its ten steps.
     *
     * @param star which of the stars, such as {@code family-star-plus}
     */
    record OutcomesStar(LocalDate takenOn, String star, List<AreaReading> areas) implements Measure {
        public OutcomesStar {
            areas = notEmpty(areas);
        }

        @Override
        public double mean() {
            return areas.stream().mapToInt(AreaReading::reading).average().orElseThrow();
        }

        @Override
        public boolean isSameToolAs(Measure other) {
            return other instanceof OutcomesStar before && before.star.equals(star);
        }
    }

    /** MAP: how near the family is to each of its goals. */
    record Map(LocalDate takenOn, List<GoalReading> goals) implements Measure {
        public Map {
            goals = notEmpty(goals);
        }

        @Override
        public double mean() {
            return goals.stream().mapToInt(GoalReading::reading).average().orElseThrow();
        }

        @Override
        public boolean isSameToolAs(Measure other) {
            return other instanceof Map;
        }
    }

    /** Distance Travelled: a reading for each theme that the family works on. */
    record DistanceTravelled(LocalDate takenOn, List<ThemeReading> themes) implements Measure {
        public DistanceTravelled {
            themes = notEmpty(themes);
        }

        @Override
        public double mean() {
            return themes.stream().mapToInt(ThemeReading::reading).average().orElseThrow();
        }

        @Override
        public boolean isSameToolAs(Measure other) {
            return other instanceof DistanceTravelled;
        }
    }

    /** A step from 1, stuck, to 10, managing alone. */
    record AreaReading(String area, int reading) {
        public AreaReading {
            within(1, reading);
        }
    }

    /** From 0, not begun, to 10, reached. */
    record GoalReading(String goal, int reading) {
        public GoalReading {
            within(0, reading);
        }
    }

    /** From 0, the worst that the family can think of, to 10. */
    record ThemeReading(Theme theme, int reading) {
        public ThemeReading {
            within(0, reading);
        }
    }

    /** How a family got on between two readings of the same tool. */
    enum Change {
        POSITIVE,
        NONE,
        NEGATIVE,
        /** No tool was used twice. */
        NOT_MEASURED;

        /** From the first to the last reading of the tool that was used last, of those used twice. */
        public static Change over(List<Measure> measures) {
            List<Measure> byDay = measures.stream()
                    .sorted(java.util.Comparator.comparing(Measure::takenOn))
                    .toList();
            for (Measure last : byDay.reversed()) {
                List<Measure> alike =
                        byDay.stream().filter(it -> it.isSameToolAs(last)).toList();
                if (alike.size() > 1) {
                    return of(Double.compare(
                            alike.getLast().mean(), alike.getFirst().mean()));
                }
            }
            return NOT_MEASURED;
        }

        private static Change of(int comparison) {
            return comparison > 0 ? POSITIVE : comparison < 0 ? NEGATIVE : NONE;
        }
    }

    private static void within(int least, int reading) {
        if (reading < least || reading > 10) {
            throw new IllegalArgumentException("A reading lies between " + least + " and 10.");
        }
    }

    private static <T> List<T> notEmpty(@Nullable List<T> readings) {
        if (readings == null || readings.isEmpty()) {
            throw new IllegalArgumentException("A measure has at least one reading.");
        }
        return List.copyOf(readings);
    }
}
