package org.partnerhub.consent.override;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.partnerhub.consent.consent.ConsentRecord;

/** England's working days: Monday to Friday without its bank holidays. */
final class WorkingDays {

    private static final HolidayManager HOLIDAYS = HolidayManager.getInstance(ManagerParameters.create("gb"));

    private WorkingDays() {}

    /** The end of the last of a number of whole working days after a moment. */
    static Instant after(Instant moment, int workingDays) {
        LocalDate day = moment.atZone(ConsentRecord.ENGLAND).toLocalDate();
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            left -= contain(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(ConsentRecord.ENGLAND).toInstant();
    }

    private static boolean contain(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.isHoliday(day, "eng");
    }
}
