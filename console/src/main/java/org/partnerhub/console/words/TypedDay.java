package org.partnerhub.console.words;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** A day as typed into three fields, as GOV.UK's date input has them. */
public record TypedDay(String day, String month, String year) {

    public TypedDay {
        day = day.strip();
        month = month.strip();
        year = year.strip();
    }

    public static TypedDay empty() {
        return new TypedDay("", "", "");
    }

    public static TypedDay of(LocalDate day) {
        return new TypedDay(
                String.valueOf(day.getDayOfMonth()),
                String.valueOf(day.getMonthValue()),
                String.valueOf(day.getYear()));
    }

    /** The day, where there is such a one. */
    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (NumberFormatException | DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
