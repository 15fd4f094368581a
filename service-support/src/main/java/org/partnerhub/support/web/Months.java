package org.partnerhub.support.web;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months of a report, by England's calendar, all of which have begun.
 *
 * @param first at or before {@code last}
 */
public record Months(YearMonth first, YearMonth last) {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final int MOST = 36;

    /**
     * Reads {@code from} and {@code to} of a question.
     *
     * @throws BadInput where they are no months that have begun, the wrong way round, or more than {@value #MOST}
     */
    public static Months of(String from, String to, Clock clock) {
        YearMonth now = YearMonth.now(clock.withZone(ENGLAND));
        YearMonth first = month(from, "/from", now);
        YearMonth last = month(to, "/to", now);
        if (last.isBefore(first) || first.plusMonths(MOST).compareTo(last) <= 0) {
            throw new BadInput("/to", "Write a month from the first one on, at most " + MOST + " months in all.");
        }
        return new Months(first, last);
    }

    public List<YearMonth> all() {
        return Stream.iterate(first, it -> !it.isAfter(last), it -> it.plusMonths(1))
                .toList();
    }

    private static YearMonth month(String code, String pointer, YearMonth now) {
        try {
            YearMonth month = YearMonth.parse(code);
            if (month.isAfter(now) || month.getYear() < 1900) {
                throw new BadInput(pointer, "Write a month that has begun.");
            }
            return month;
        } catch (DateTimeParseException malformed) {
            throw new BadInput(pointer, "Write a month, such as 2018-04.");
        }
    }
}
