package org.partnerhub.console.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** Points in time as people here write them, on England's clock: 27 November 2026, 3:05pm. */
public final class EnglishTime {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final DateTimeFormatter WRITTEN = new DateTimeFormatterBuilder()
            .appendPattern("d MMMM uuuu, h:mm")
            .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "am", 1L, "pm"))
            .toFormatter(Locale.UK)
            .withZone(ENGLAND);

    private EnglishTime() {}

    public static String of(Instant at) {
        return WRITTEN.format(at);
    }

    /** The day alone: 27 November 2026. */
    public static String day(Instant at) {
        return EnglishDate.of(LocalDate.ofInstant(at, ENGLAND));
    }
}
