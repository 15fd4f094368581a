package org.partnerhub.referral.referral;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;

/**
 * One message to a recipient about a referral that it has; its content is read when it is sent.
 *
 * @param delivery the id under which it is told
 * @param asked the delivery by which the recipient has the referral
 * @param reason a stable code
 */
public record FollowUp(
        DeliveryId delivery,
        ReferralId referral,
        DeliveryId asked,
        Says says,
        @Nullable String reason) {

    /** What chasing and taking back are told for; what is added to a referral goes for the referral's own purpose. */
    public static final Purpose PURPOSE = new Purpose("referral-follow-up");

    /** State and reason code. */
    public static final Set<Category> CATEGORIES = Set.of(Category.REFERRAL);

    /** What it tells. */
    public enum Says {
        /** The sender added something: the referral is told again with it. */
        UPDATED,
        /** An answer is overdue. */
        ANSWER_OVERDUE,
        /** The sender took it back. */
        TAKEN_BACK;

        /** Whether the referral itself is told again, for its own purpose. */
        public boolean tellsTheReferral() {
            return this == UPDATED;
        }

        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /**
         * Reads the code.
         *
         * @throws IllegalArgumentException where there is no such code
         */
        public static Says of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
