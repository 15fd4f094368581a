package org.partnerhub.notification.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What lies between two visits of one child.
 *
 * @param before the visit that ended last; its end is absent while it has not ended
 */
record Gap(Visit before, Visit next, Procedure procedure) {

    boolean hasNone() {
        Instant end = before.endedAt();
        return end == null || !start().isAfter(end);
    }

    long days() {
        Instant end = before.endedAt();
        return end == null ? 0 : ChronoUnit.DAYS.between(EnglandsDays.dayOf(end), startDay());
    }

    boolean isTransfer() {
        return before.toAnotherHospital() && days() <= procedure.transferDays();
    }

    boolean isShort() {
        return days() <= procedure.returnDays();
    }

    @Nullable
    Boolean settled() {
        return next.unbroken();
    }

    private Instant start() {
        return Objects.requireNonNull(next.admittedAt());
    }

    private LocalDate startDay() {
        return EnglandsDays.dayOf(start());
    }
}
