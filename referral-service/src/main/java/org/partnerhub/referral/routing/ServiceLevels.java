package org.partnerhub.referral.routing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
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

/** policy/service-levels.yml: by when a recipient must have been told and should have answered. */
public final class ServiceLevels {

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
            @JsonProperty("service-levels") List<Level> levels) {}

    private record WorkingDay(LocalTime ends) {}

    private record SchoolDay(LocalTime starts) {}

    /**
     * The service level of one purpose.
     *
     * @param answered working days to answer in
     * @param source the Act or agreement that it comes from
     */
    private record Level(
            Purpose purpose,
            @Nullable Delivered delivered,
            @Nullable Integer answered,
            @Nullable String source) {}

    private enum Delivered {
        BEFORE_THE_NEXT_SCHOOL_DAY;

        @JsonCreator
        static Delivered read(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** When the recipient must have been told; absent where nothing fixes it. */
    public @Nullable Instant deliverBy(Purpose purpose, Instant receivedAt) {
        return level(purpose)
                .map(Level::delivered)
                .map(delivered -> switch (delivered) {
                    case BEFORE_THE_NEXT_SCHOOL_DAY -> nextSchoolDay(receivedAt);
                })
                .orElse(null);
    }

    /** When the recipient should have answered; absent where nothing fixes it. */
    public @Nullable Instant answerBy(Purpose purpose, Instant receivedAt) {
        LocalDate received = receivedAt.atZone(WorkingDays.ENGLAND).toLocalDate();
        return level(purpose)
                .map(Level::answered)
                .map(days ->
                        at(workingDays.after(received, days), file.workingDay().ends()))
                .orElse(null);
    }

    /** The first start of a school day after a moment. School days are working days: term dates are not known. */
    private Instant nextSchoolDay(Instant moment) {
        ZonedDateTime here = moment.atZone(WorkingDays.ENGLAND);
        LocalTime starts = file.schoolDay().starts();
        LocalDate earliest = here.toLocalTime().isBefore(starts)
                ? here.toLocalDate()
                : here.toLocalDate().plusDays(1);
        return at(workingDays.from(earliest), starts);
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
