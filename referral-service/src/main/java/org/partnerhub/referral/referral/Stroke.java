package org.partnerhub.referral.referral;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;

/**
 * Something that is to be looked at when its time has come.
 *
 * @param asked the recipient that it is about
 * @param question the open question that it is about
 */
public record Stroke(
        UUID id,
        ReferralId referral,
        @Nullable DeliveryId asked,
        @Nullable UUID question,
        Strikes strikes,
        Instant dueAt) {

    /** What is looked at. */
    public enum Strikes {
        /** A recipient, or a sender that was asked for more, should have answered: it is chased. */
        ANSWER_DUE,
        /** It was chased and is silent still: a named role hears of it. */
        CHASED_IN_VAIN,
        /** A recipient must have been told by now. */
        DELIVERY_DUE,
        /** Somebody should have said where an ask goes. */
        QUESTION_DUE;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Reads the code.
         *
         * @throws IllegalArgumentException where there is no such code
         */
        public static Strikes of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
