package org.partnerhub.notification.stay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a stay stands, for those who may know of it: no name, no number of a person, no place but the council's.
 *
 * @param admissions the admissions that are this one stay, the earliest first
 * @param state what partners read: planned, cancelled, visiting, not-due, watched, for-a-person, notified or ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StayView(
        List<UUID> admissions,
        String state,
        @Nullable String section,
        @Nullable String authority,
        @Nullable String authorityName,
        @Nullable Boolean provisional,
        @Nullable LocalDate admittedOn,
        @Nullable LocalDate expectedUntil,
        @Nullable LocalDate dischargePlannedOn,
        @Nullable LocalDate endedOn,
        @Nullable LocalDate reminderOn,
        @Nullable LocalDate twelveWeeksOn,
        @Nullable LocalDate threeMonthsOn,
        @Nullable LocalDate eighteenOn,
        @Nullable Boolean onLeave,
        List<Overdue> overdue,
        List<Asked> questions,
        List<Reason> why) {

    /**
     * Something that should have happened.
     *
     * @param settled whether the council has been told since and has acknowledged it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Overdue(
            String what,
            String source,
            LocalDate since,
            @Nullable Boolean settled) {}

    /** What a person has to find out, and by which field of an answer it is told. */
    public record Asked(String question, String words, String answeredBy) {}

    /** Why, in words without a personal value. */
    public record Reason(String rule, String source, String words, Map<String, String> facts) {}

    /** One notice, for showing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Told(
            UUID id,
            String kind,
            String to,
            String recipient,
            @Nullable String section,
            Instant givenAt,
            String delivery,
            @Nullable Instant acknowledgedAt,
            @Nullable Boolean withdrawn) {}

    /** A visit without a bed, or none any more. */
    public static StayView without(Visit visit) {
        String state = visit.cancelled() ? "cancelled" : visit.admitted() ? "visiting" : "planned";
        String words = switch (state) {
            case "cancelled" -> "The admission was cancelled; what was notified is withdrawn.";
            case "visiting" -> "The child has no bed there: nothing to notify.";
            default -> "Expected and not admitted yet: the duty begins with the admission.";
        };
        return new StayView(
                List.of(visit.id()),
                state,
                null,
                null,
                null,
                null,
                null,
                visit.expectedUntil(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(new Reason("accommodated", "Children Act 1989 s.85(1), s.86(1)", words, Map.of())));
    }

    /**
     * A stay as the rules see it today.
     *
     * @param open what stands in the way of a notice, beside what the rules ask
     */
    public static StayView of(Stay stay, Assessment assessment, @Nullable String authorityName, List<Question> open) {
        Section section = assessment.section();
        Instant planned = stay.dischargePlannedFor();
        List<Overdue> overdue = new ArrayList<>();
        Boolean settled = assessment.seenTo() ? Boolean.TRUE : null;
        if (assessment.overdueSince() != null) {
            overdue.add(new Overdue("notice", "Local procedure: twelve weeks", assessment.overdueSince(), settled));
        }
        if (assessment.breachSince() != null) {
            overdue.add(new Overdue(
                    "notice-under-the-act",
                    "Children Act 1989 s.85(1), s.86(1): three months",
                    assessment.breachSince(),
                    settled));
        }
        if (assessment.silentSince() != null) {
            overdue.add(
                    new Overdue("acknowledgement", "Local procedure: one working day", assessment.silentSince(), null));
        }
        return new StayView(
                stay.visits().stream().map(Visit::id).distinct().toList(),
                (open.isEmpty() ? assessment.standing() : Assessment.Standing.FOR_A_PERSON)
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'),
                section == null ? null : section.number(),
                assessment.authority(),
                authorityName,
                assessment.provisional() ? Boolean.TRUE : null,
                assessment.startedOn(),
                assessment.expectedUntil(),
                planned == null ? null : EnglandsDays.dayOf(planned),
                assessment.endedOn(),
                assessment.reminderOn(),
                assessment.twelveWeeksOn(),
                assessment.threeMonthsOn(),
                assessment.eighteenOn(),
                stay.last().onLeave() ? Boolean.TRUE : null,
                overdue,
                Stream.concat(assessment.questions().stream(), open.stream())
                        .sorted()
                        .map(it -> new Asked(it.code(), it.words(), it.answeredBy()))
                        .toList(),
                assessment.findings().stream()
                        .map(it -> new Reason(it.rule(), it.source(), it.words(), it.facts()))
                        .toList());
    }

    /** The day since which it should have been seen to; absent where nothing is overdue. */
    public @Nullable LocalDate overdueSince() {
        return overdue.stream()
                .filter(it -> it.settled() == null)
                .map(Overdue::since)
                .min(LocalDate::compareTo)
                .orElse(null);
    }
}
