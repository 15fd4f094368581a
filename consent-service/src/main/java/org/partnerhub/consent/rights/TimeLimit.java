package org.partnerhub.consent.rights;

import java.time.LocalDate;

/**
 * By when a request is answered (UK GDPR Article 12(3)): one month, which may be made three where requests are complex or many and the
 * person is told why within the first.
 */
public final class TimeLimit {

    private static final int MONTHS = 1;
    private static final int FURTHER_MONTHS = 2;

    private TimeLimit() {}

    /** The same day of the next month, or that month's last where it has no such day. */
    public static LocalDate of(LocalDate received) {
        return received.plusMonths(MONTHS);
    }

    /** The last day after it was extended; counted from the receipt, so that the end of a short month costs nobody a day. */
    public static LocalDate extended(LocalDate received) {
        return received.plusMonths(MONTHS + FURTHER_MONTHS);
    }
}
