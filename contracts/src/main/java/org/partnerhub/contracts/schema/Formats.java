package org.partnerhub.contracts.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.UniquePupilNumber;

/**
 * The formats that a pattern cannot express. Days and times are what {@code java.time} reads, so that nothing passes here and
 * fails when it is bound.
 */
record Formats(String name, Predicate<String> rule) implements Format {

    static List<Formats> all() {
        return List.of(
                new Formats("nhs-number", text -> NhsNumber.isValid(text.replace(" ", ""))),
                new Formats("upn", UniquePupilNumber::isValid),
                new Formats("date", Formats::isDay),
                new Formats("date-time", Formats::isTime));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        return rule.test(value);
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).getYear() > 0;
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException noTime) {
            return false;
        }
    }
}
