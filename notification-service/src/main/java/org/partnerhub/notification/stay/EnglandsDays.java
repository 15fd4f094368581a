package org.partnerhub.notification.stay;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** England's calendar: days begin at midnight in London, working days are Monday to Friday without England's bank holidays. */
public final class EnglandsDays {

    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private static final HolidayManager HOLIDAYS = HolidayManager.getInstance(ManagerParameters.create("gb"));

    private EnglandsDays() {}

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ENGLAND).toLocalDate();
    }

    /** The first moment of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ENGLAND).toInstant();
    }

    public static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.isHoliday(day, "eng");
    }

    /** When a number of working days have passed: the end of the last of them; what comes on a day of rest counts from the next working day. */
    public static Instant afterWorkingDays(Instant from, int workingDays) {
        LocalDate day = dayOf(from);
        int left = workingDays;
        while (left > 0) {
            day = day.plusDays(1);
            if (isWorking(day)) {
                left--;
            }
        }
        return startOf(day.plusDays(1));
    }
}
