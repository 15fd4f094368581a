package org.partnerhub.fhir.message.incoming;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a combination of event, reason and ServiceRequest status means: the workflow of the NHS Booking and Referral Standard as the
 * table {@code bars/workflow.txt}, which says why it is more liberal than the standard's own.
 */
public final class Workflow {

    private static final List<Line> LINES = read();

    private Workflow() {}

    /** What a message of the referral workflow may be. */
    public enum Meaning {
        NEW_REFERRAL,
        UPDATE,
        CANCELLATION,
        ANSWER
    }

    /** One line of the table. */
    public record Line(String event, String reason, String status, Meaning means) {

        private boolean fits(String itsEvent, String itsReason, String itsStatus) {
            return event.equals(itsEvent) && fits(reason, itsReason) && fits(status, itsStatus);
        }

        private static boolean fits(String pattern, String value) {
            return pattern.equals("*") || pattern.equals(value);
        }
    }

    /** The table, in its order. */
    public static List<Line> lines() {
        return LINES;
    }

    static Optional<Meaning> of(@Nullable String event, @Nullable String reason, @Nullable String status) {
        return LINES.stream()
                .filter(it -> it.fits(orAbsent(event), orAbsent(reason), orAbsent(status)))
                .map(Line::means)
                .findFirst();
    }

    private static String orAbsent(@Nullable String value) {
        return value == null ? "-" : value;
    }

    private static List<Line> read() {
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Workflow.class.getResourceAsStream("/bars/workflow.txt")),
                StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(it -> !it.isBlank() && !it.startsWith("#"))
                    .map(Workflow::line)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Line line(String text) {
        List<String> columns = Arrays.asList(text.strip().split("\\s+"));
        if (columns.size() != 4) {
            throw new IllegalStateException("bars/workflow.txt: four columns, please: " + text);
        }
        String means = columns.get(3).toUpperCase(Locale.ROOT).replace('-', '_');
        return new Line(columns.get(0), columns.get(1), columns.get(2), Meaning.valueOf(means));
    }
}
