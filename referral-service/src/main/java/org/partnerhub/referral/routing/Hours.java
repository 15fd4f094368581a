package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a service takes people, in England's time.
 *
 * @param until the first moment at which it no longer does
 */
record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until, boolean bankHolidays) {

    @JsonCreator
    static Hours read(
            @JsonProperty("days") List<String> days,
            @JsonProperty("from") LocalTime from,
            @JsonProperty("until") LocalTime until,
            @JsonProperty("bank-holidays") boolean bankHolidays) {
        Set<DayOfWeek> named = days.stream()
                .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        return new Hours(named, from, until, bankHolidays);
    }

    boolean isOpen(Instant at, WorkingDays calendar) {
        ZonedDateTime here = at.atZone(WorkingDays.ENGLAND);
        LocalTime time = here.toLocalTime();
        return days.contains(here.getDayOfWeek())
                && !time.isBefore(from)
                && time.isBefore(until)
                && (bankHolidays || !calendar.isBankHoliday(here.toLocalDate()));
    }
}
