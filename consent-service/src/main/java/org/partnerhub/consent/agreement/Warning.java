package org.partnerhub.consent.agreement;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What officers are warned of about an agreement, once each. */
public enum Warning {
    /** It ends soon and nothing continues it. */
    LAPSING,
    /** It has ended and nothing continues it: what relied on it is refused. */
    LAPSED,
    /** Its review day has come. */
    REVIEW_DUE;

    /**
     * What there is to warn of on a day.
     *
     * @param all among which one may continue it
     */
    public static Set<Warning> of(Agreement agreement, Collection<Agreement> all, LocalDate day, Period warnBefore) {
        Set<Warning> warnings = EnumSet.noneOf(Warning.class);
        AgreementState state = AgreementState.of(agreement, day, warnBefore);
        boolean continued = all.stream().anyMatch(agreement::isContinuedBy);
        if (state == AgreementState.LAPSING && !continued) {
            warnings.add(LAPSING);
        }
        if (state == AgreementState.LAPSED && !continued) {
            warnings.add(LAPSED);
        }
        if (state != AgreementState.LAPSED && !day.isBefore(agreement.reviewOn())) {
            warnings.add(REVIEW_DUE);
        }
        return warnings;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
