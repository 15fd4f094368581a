package org.partnerhub.consent.consent;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * One thing that happened to a consent.
 *
 * @param by the partner through which it was said; absent where it happened by itself
 * @param saidAt when it was said, where that is known
 * @param terms where they are new or changed
 */
public record Happening(
        What what,
        Instant at,
        @Nullable PartnerId by,
        @Nullable Instant saidAt,
        @Nullable ConsentTerms terms) {

    public enum What {
        GIVEN,
        REFUSED,
        RENEWED,
        NARROWED,
        /** Its first day came. */
        BEGUN,
        /** Its last day was over. */
        EXPIRED,
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * Reads the code.
         *
         * @throws IllegalArgumentException where nothing is called that
         */
        public static What of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    @Override
    public String toString() {
        return "Happening[" + what + "]";
    }
}
