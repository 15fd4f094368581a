package org.partnerhub.referral.person.match;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How two birth dates stand to each other. */
final class BirthDates {

    /** Who is further apart may be parent and child: a wrong digit does not explain it. */
    private static final int GENERATION_YEARS = 13;

    private BirthDates() {}

    static Evidence compared(LocalDate one, LocalDate other) {
        boolean stopgap = isStopgap(one) || isStopgap(other);
        if (one.equals(other)) {
            return stopgap ? Evidence.BIRTH_YEAR_SAME : Evidence.BIRTH_DATE_SAME;
        }
        if (stopgap && one.getYear() == other.getYear()) {
            return Evidence.BIRTH_YEAR_SAME;
        }
        return !aGenerationApart(one, other) && (swapped(one, other) || oneSlip(one, other) || nextDay(one, other))
                ? Evidence.BIRTH_DATE_CLOSE
                : Evidence.BIRTH_DATE_OTHER;
    }

    static boolean aGenerationApart(LocalDate one, LocalDate other) {
        return Math.abs(one.getYear() - other.getYear()) >= GENERATION_YEARS;
    }

    /** 1 January is written where only the year is known. */
    private static boolean isStopgap(LocalDate date) {
        return date.getDayOfYear() == 1;
    }

    private static boolean swapped(LocalDate one, LocalDate other) {
        return one.getYear() == other.getYear()
                && one.getDayOfMonth() == other.getMonthValue()
                && one.getMonthValue() == other.getDayOfMonth();
    }

    /** Born about midnight, or counted off by one. */
    private static boolean nextDay(LocalDate one, LocalDate other) {
        return one.plusDays(1).equals(other) || other.plusDays(1).equals(one);
    }

    private static boolean oneSlip(LocalDate one, LocalDate other) {
        return Likeness.slips(digits(one), digits(other)) == 1;
    }

    private static String digits(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
