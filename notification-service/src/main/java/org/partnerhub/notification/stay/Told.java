package org.partnerhub.notification.stay;

import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.stay.StayReport;

/**
 * A report with who sent it.
 *
 * @param visit which of the partner's visits it is about; absent where it is about a patient alone
 * @param content what it says, in a form that compares equal where it says the same
 */
public record Told(PartnerId partner, @Nullable UUID visit, StayReport report, String content) {

    /**
     * By when it was written down, then by event, then by content: the same set of reports is always read in the same order, whatever
     * the order in which they came.
     */
    static final Comparator<Told> AS_WRITTEN = Comparator.comparing(
                    (Told it) -> it.report().saidAt())
            .thenComparing(it -> it.report().event())
            .thenComparing(Told::content);

    @Override
    public String toString() {
        return "Told[" + partner + ", " + report + "]";
    }
}
