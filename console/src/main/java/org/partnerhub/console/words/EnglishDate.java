package org.partnerhub.console.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people here write them: 27 November 2026. */
public final class EnglishDate {

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private EnglishDate() {}

    public static String of(LocalDate day) {
        return WRITTEN.format(day);
    }
}
