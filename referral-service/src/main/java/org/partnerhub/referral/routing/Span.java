package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How long somebody has. */
sealed interface Span {

    /** To the end of the last of so many working days, counted from the day after. */
    record WorkingDaysLong(int days) implements Span {}

    /** So many hours within working days. */
    record WorkingHoursLong(int hours) implements Span {}

    /** So many hours by the clock. */
    record HoursLong(int hours) implements Span {}

    /**
     * Reads the one unit that it is written in.
     *
     * @throws IllegalArgumentException where it has none, several, or none that is longer than nothing
     */
    @JsonCreator
    static Span read(
            @JsonProperty("working-days") @Nullable Integer workingDays,
            @JsonProperty("working-hours") @Nullable Integer workingHours,
            @JsonProperty("hours") @Nullable Integer hours) {
        boolean sound = Stream.of(
                                java.util.Optional.ofNullable(workingDays),
                                java.util.Optional.ofNullable(workingHours),
                                java.util.Optional.ofNullable(hours))
                        .flatMap(java.util.Optional::stream)
                        .filter(length -> length > 0)
                        .count()
                == 1;
        if (sound && workingDays != null) {
            return new WorkingDaysLong(workingDays);
        }
        if (sound && workingHours != null) {
            return new WorkingHoursLong(workingHours);
        }
        if (sound && hours != null) {
            return new HoursLong(hours);
        }
        throw new IllegalArgumentException("Write one of 'working-days', 'working-hours' and 'hours', more than 0.");
    }
}
