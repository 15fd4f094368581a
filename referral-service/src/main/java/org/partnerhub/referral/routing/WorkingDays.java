package org.partnerhub.referral.routing;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;

/** England's working days: Monday to Friday without its bank holidays. */
public final class WorkingDays {

    public static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final HolidayManager holidays = HolidayManager.getInstance(ManagerParameters.create("gb"));

    public boolean contains(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isBankHoliday(day);
    }

    public boolean isBankHoliday(LocalDate day) {
        return holidays.isHoliday(day, "eng");
    }

    /** The day itself where it is a working day, otherwise the next one. */
    public LocalDate from(LocalDate day) {
        LocalDate working = day;
        while (!contains(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    /** The working day that lies a number of working days after a day. */
    public LocalDate after(LocalDate day, int workingDays) {
        LocalDate working = day;
        for (int i = 0; i < workingDays; i++) {
            working = from(working.plusDays(1));
        }
        return working;
    }
}
