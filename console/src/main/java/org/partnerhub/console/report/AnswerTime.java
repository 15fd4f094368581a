package org.partnerhub.console.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;

/**
 * How long answers took, of all asks or one part of them.
 *
 * @param part a month, a recipient or a purpose; empty where it is of all
 * @param inTime answered by the day by which an answer was due
 * @param overdue of those that wait
 * @param medianHours absent where nobody has answered
 * @param nineInTenHours absent where nobody has answered
 */
public record AnswerTime(
        String part,
        int asked,
        int answered,
        int inTime,
        int waiting,
        int overdue,
        @Nullable Double medianHours,
        @Nullable Double nineInTenHours) {

    private static final int WIDTH = 100;
    private static final int HOURS_OF_A_DAY = 24;

    public String title() {
        return part.isEmpty() ? "All" : Months.words(part).orElse(Codes.inWords(part));
    }

    public String median() {
        return words(medianHours);
    }

    public String nineInTen() {
        return words(nineInTenHours);
    }

    /** Of those that were answered. */
    public String inTimeShare() {
        return answered == 0 ? "–" : Math.round(100f * inTime / answered) + "%";
    }

    /** Its bar beside others, of which the longest has {@code most} hours. */
    public int bar(double most) {
        return medianHours == null || most <= 0 ? 0 : (int) Math.round(medianHours * WIDTH / most);
    }

    private static String words(@Nullable Double hours) {
        if (hours == null) {
            return "–";
        }
        return hours < 2 * HOURS_OF_A_DAY
                ? number(hours) + (hours == 1 ? " hour" : " hours")
                : number(hours / HOURS_OF_A_DAY) + " days";
    }

    private static String number(double value) {
        String one = String.format(Locale.UK, "%.1f", value);
        return one.endsWith(".0") ? one.substring(0, one.length() - 2) : one;
    }
}
