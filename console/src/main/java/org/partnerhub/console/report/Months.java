package org.partnerhub.console.report;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Months as tables write them. */
final class Months {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    private Months() {}

    static String words(YearMonth month) {
        return WRITTEN.format(month);
    }

    /** A month in the services' writing, such as 2026-11; nothing where it is none. */
    static Optional<String> words(String code) {
        return code.matches("[0-9]{4}-[0-9]{2}") ? Optional.of(words(YearMonth.parse(code))) : Optional.empty();
    }
}
