package org.partnerhub.referral.routing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When one school is open, as it told the hub. */
record SchoolTerms(
        String school, List<Term> terms, @Nullable List<LocalDate> closed) {

    /** A stretch of days on which it is open, both ends included. */
    record Term(LocalDate from, LocalDate until) {}

    /** Whether it is open on a working day; after its last known term nobody knows, and a working day counts. */
    boolean isOpen(LocalDate workingDay) {
        LocalDate known =
                terms.stream().map(Term::until).max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
        if (workingDay.isAfter(known)) {
            return true;
        }
        return (closed == null || !closed.contains(workingDay))
                && terms.stream()
                        .anyMatch(term -> !workingDay.isBefore(term.from()) && !workingDay.isAfter(term.until()));
    }
}
