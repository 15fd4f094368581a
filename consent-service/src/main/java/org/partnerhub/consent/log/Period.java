package org.partnerhub.consent.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.partnerhub.contracts.schema.Violation;

/**
 * Days of the log, by England's calendar.
 *
 * @param from first day
 * @param until last day
 */
public record Period(LocalDate from, LocalDate until) {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    /** Everything that is wrong with it. */
    public List<Violation> violations(Instant now) {
        List<Violation> found = new ArrayList<>();
        if (until.isBefore(from)) {
            found.add(new Violation("/until", "Give a last day that is not before the first."));
        }
        if (until.isAfter(now.atZone(ENGLAND).toLocalDate())) {
            found.add(new Violation("/until", "Give a last day that has come: nothing is logged of days to come."));
        }
        return found;
    }

    /** When it begins. */
    public Instant begins() {
        return from.atStartOfDay(ENGLAND).toInstant();
    }

    /** When it is over. */
    public Instant ends() {
        return until.plusDays(1).atStartOfDay(ENGLAND).toInstant();
    }
}
