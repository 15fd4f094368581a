package org.partnerhub.fhir.admission.incoming;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HL7 v2's time stamp: YYYYMMDD[HHMM[SS[.S…]]][±ZZZZ]. Without an offset it is England's time. What is no time is absent. */
final class Hl7Time {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");
    private static final Pattern FORM =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:\\.\\d+)?)?)?)?([+-]\\d{4})?");

    private Hl7Time() {}

    static @Nullable Instant instant(@Nullable String text) {
        if (text == null) {
            return null;
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return null;
        }
        try {
            LocalDateTime local = LocalDate.of(number(form, 1), number(form, 2), number(form, 3))
                    .atTime(number(form, 4), number(form, 5), number(form, 6));
            ZoneId zone = form.group(7) == null ? ENGLAND : ZoneOffset.of(form.group(7));
            return local.atZone(zone).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** The day that the stamp names, whatever its hour. */
    static @Nullable LocalDate day(@Nullable String text) {
        if (text == null || text.length() < 8) {
            return null;
        }
        Instant instant = instant(text.substring(0, 8));
        return instant == null ? null : instant.atZone(ENGLAND).toLocalDate();
    }

    private static int number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
