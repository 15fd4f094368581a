package org.partnerhub.referral.report;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a month.
 *
 * @param area absent where it is of every area
 * @param agency absent where it is of every agency
 * @param children absent where the count is suppressed
 * @param families likewise
 */
public record Row(
        YearMonth month,
        @Nullable String area,
        @Nullable String agency,
        Figure figure,
        @Nullable Integer children,
        @Nullable Integer families) {

    boolean isTotal() {
        return area == null && agency == null;
    }
}
