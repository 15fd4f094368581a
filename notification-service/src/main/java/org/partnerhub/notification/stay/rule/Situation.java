package org.partnerhub.notification.stay.rule;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.stay.Funding;
import org.partnerhub.contracts.stay.Residence;
import org.partnerhub.contracts.stay.Setting;
import org.partnerhub.contracts.stay.SettingKind;
import org.partnerhub.notification.partner.Authorities;
import org.partnerhub.notification.stay.EnglandsDays;
import org.partnerhub.notification.stay.Procedure;
import org.partnerhub.notification.stay.Stay;

/**
 * What the rules look at.
 *
 * @param birthDate as the hub knows it; absent where nobody does
 */
public record Situation(
        Stay stay, @Nullable LocalDate birthDate, Instant now, Procedure procedure, Authorities authorities) {

    private static final int ADULT = 18;

    LocalDate today() {
        return EnglandsDays.dayOf(now);
    }

    @Nullable
    Setting setting() {
        return stay.setting();
    }

    @Nullable
    SettingKind kind() {
        Setting setting = setting();
        return setting == null ? null : setting.kind();
    }

    Funding funding() {
        Setting setting = setting();
        return setting == null ? Funding.UNKNOWN : setting.funding();
    }

    boolean isPaidPublicly() {
        return funding() == Funding.NHS || funding() == Funding.PUBLIC;
    }

    Residence residence() {
        Residence said = stay.residence();
        return said == null ? new Residence(null, null, null, null) : said;
    }

    LocalDate startedOn() {
        return stay.startedOn();
    }

    /** Twelve weeks: local procedure. */
    LocalDate twelveWeeksOn() {
        return startedOn().plusDays(procedure.longStayDays());
    }

    LocalDate reminderOn() {
        return startedOn().plusDays(procedure.reminderDays());
    }

    /** Three calendar months: Children Act 1989 s.85(1)(a), s.86(1)(a). Where the month is too short, its last day. */
    LocalDate threeMonthsOn() {
        return startedOn().plusMonths(3);
    }

    @Nullable
    LocalDate eighteenOn() {
        if (birthDate == null) {
            return null;
        }
        LocalDate day = birthDate.plusYears(ADULT);
        // born on 29 February: the first moment of 1 March (Family Law Reform Act 1969 s.9 speaks of the anniversary)
        return day.getDayOfMonth() == birthDate.getDayOfMonth() ? day : day.plusDays(1);
    }

    /** Under 18, or nobody knows: a child until it is known that it is none. */
    boolean isChildOn(LocalDate day) {
        LocalDate eighteen = eighteenOn();
        return eighteen == null || day.isBefore(eighteen);
    }

    /** Whether the child is there on a day that has come. */
    boolean isThereOn(LocalDate day) {
        return !day.isAfter(today())
                && !day.isBefore(startedOn())
                && stay.endedOn().map(it -> !it.isBefore(day)).orElse(true);
    }

    boolean hasReached() {
        return isThereOn(twelveWeeksOn());
    }

    boolean isLikely() {
        return stay.isLikely(procedure.longStayDays());
    }

    /** Whether the setting wrote down in time that the stay would be long. */
    boolean wasLikelyInTime() {
        return stay.likelySince(procedure.longStayDays())
                .map(it -> EnglandsDays.dayOf(it).isBefore(twelveWeeksOn()))
                .orElse(false);
    }
}
