package org.partnerhub.consent.agreement;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;

/** How an agreement stands on a day. */
public enum AgreementState {
    NOT_BEGUN,
    IN_FORCE,
    /** In force, but not for much longer. */
    LAPSING,
    LAPSED;

    /**
     * The state.
     *
     * @param warnBefore how long before its end an agreement counts as lapsing
     */
    public static AgreementState of(Agreement agreement, LocalDate day, Period warnBefore) {
        if (day.isBefore(agreement.from())) {
            return NOT_BEGUN;
        }
        if (day.isAfter(agreement.until())) {
            return LAPSED;
        }
        return day.plus(warnBefore).isBefore(agreement.until()) ? IN_FORCE : LAPSING;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
