package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.Timetable;

/** policy/service-levels.yml: by when a recipient must have been told and should have answered, and who hears of silence. */
public final class ServiceLevels implements Timetable {

    private static final Span ONE_WORKING_DAY = new Span.WorkingDaysLong(1);

    private final File file;
    private final WorkingDays workingDays;

    private ServiceLevels(File file, WorkingDays workingDays) {
        this.file = file;
        this.workingDays = workingDays;
    }

    public static ServiceLevels of(PolicyFile policy, WorkingDays workingDays) {
        return new ServiceLevels(policy.as(File.class), workingDays);
    }

    private record File(
            @JsonProperty("working-day") WorkingDay workingDay,
            @JsonProperty("school-day") SchoolDay schoolDay,
            @JsonProperty("school-terms") List<SchoolTerms> schoolTerms,
            Span questions,
            Span information,
            @JsonProperty("role-of-the-hub") String roleOfTheHub,
            @JsonProperty("service-levels") List<Level> levels) {}

    private record WorkingDay(LocalTime starts, LocalTime ends) {}

    private record SchoolDay(LocalTime starts) {}

    /**
     * The service level of one purpose.
     *
     * @param answered what the recipient has from when it was told
     * @param question what a person has to say where it goes
     * @param source the Act or agreement that it comes from
     */
    private record Level(
            Purpose purpose,
            @Nullable Delivered delivered,
            @Nullable Span answered,
            @Nullable Escalated escalated,
            @Nullable Span question,
            @Nullable String source) {}

    /**
     * Where silence is taken.
     *
     * @param after how long after the chase
     */
    private record Escalated(@Nullable Span after, String to) {}

    private enum Delivered {
        BEFORE_THE_NEXT_SCHOOL_DAY;

        @JsonCreator
        static Delivered read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * When the recipient must have been told; absent where nothing fixes it.
     *
     * @param schoolUrn the child's school, whose own terms count where it has told them
     */
    public @Nullable Instant deliverBy(Purpose purpose, Instant receivedAt, @Nullable String schoolUrn) {
        return level(purpose)
                .map(Level::delivered)
                .map(delivered -> switch (delivered) {
                    case BEFORE_THE_NEXT_SCHOOL_DAY -> nextSchoolDay(receivedAt, schoolUrn);
                })
                .orElse(null);
    }

    @Override
    public @Nullable Instant answerBy(Purpose purpose, Instant toldAt) {
        return level(purpose)
                .map(Level::answered)
                .map(span -> after(toldAt, span))
                .orElse(null);
    }

    /** When somebody should have said where an ask goes. */
    public Instant questionBy(Purpose purpose, Instant askedAt) {
        return after(askedAt, level(purpose).map(Level::question).orElse(file.questions()));
    }

    @Override
    public Instant informationBy(Instant askedAt) {
        return after(askedAt, file.information());
    }

    @Override
    public Instant escalateAt(Purpose purpose, Instant chasedAt) {
        return after(
                chasedAt,
                level(purpose).map(Level::escalated).map(Escalated::after).orElse(ONE_WORKING_DAY));
    }

    @Override
    public String roleFor(Purpose purpose) {
        return level(purpose).map(Level::escalated).map(Escalated::to).orElse(file.roleOfTheHub());
    }

    @Override
    public String roleOfTheHub() {
        return file.roleOfTheHub();
    }

    private Instant after(Instant from, Span span) {
        return switch (span) {
            case Span.HoursLong(int hours) -> from.plus(Duration.ofHours(hours));
            case Span.WorkingDaysLong(int days) ->
                at(
                        workingDays.after(from.atZone(WorkingDays.ENGLAND).toLocalDate(), days),
                        file.workingDay().ends());
            case Span.WorkingHoursLong(int hours) -> afterWorkingTime(from, Duration.ofHours(hours));
        };
    }

    private Instant afterWorkingTime(Instant from, Duration length) {
        LocalTime starts = file.workingDay().starts();
        LocalTime ends = file.workingDay().ends();
        ZonedDateTime here = from.atZone(WorkingDays.ENGLAND);
        LocalDate day = here.toLocalDate();
        LocalTime time = here.toLocalTime();
        Duration left = length;
        while (true) {
            if (workingDays.contains(day) && time.isBefore(ends)) {
                LocalTime begins = time.isBefore(starts) ? starts : time;
                Duration today = Duration.between(begins, ends);
                if (left.compareTo(today) <= 0) {
                    return at(day, begins.plus(left));
                }
                left = left.minus(today);
            }
            day = day.plusDays(1);
            time = starts;
        }
    }

    /** The first start of a school day after a moment. */
    private Instant nextSchoolDay(Instant moment, @Nullable String schoolUrn) {
        ZonedDateTime here = moment.atZone(WorkingDays.ENGLAND);
        LocalTime starts = file.schoolDay().starts();
        LocalDate day = workingDays.from(
                here.toLocalTime().isBefore(starts)
                        ? here.toLocalDate()
                        : here.toLocalDate().plusDays(1));
        while (!isOpen(schoolUrn, day)) {
            day = workingDays.from(day.plusDays(1));
        }
        return at(day, starts);
    }

    private boolean isOpen(@Nullable String schoolUrn, LocalDate workingDay) {
        return file.schoolTerms().stream()
                .filter(terms -> terms.school().equals(schoolUrn))
                .allMatch(terms -> terms.isOpen(workingDay));
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(WorkingDays.ENGLAND).toInstant();
    }

    private Optional<Level> level(Purpose purpose) {
        return file.levels().stream()
                .filter(level -> level.purpose().equals(purpose))
                .findFirst();
    }
}
