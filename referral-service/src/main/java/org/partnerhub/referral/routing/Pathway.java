package org.partnerhub.referral.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.referral.referral.Kind;
import org.partnerhub.referral.referral.Urgency;

/** One row of policy/pathways.yml. */
record Pathway(String name, When when, Destination to, String why) {

    /** Conditions that must all hold; an absent one does not constrain. */
    record When(
            List<Purpose> purpose,
            @Nullable List<Kind> kind,
            @Nullable List<Urgency> urgency,
            @Nullable List<String> area,
            @Nullable SchoolKnown school,
            @Nullable Named recipient) {

        /**
         * Whether the row is about this situation.
         *
         * @param authority the authority that the situation's area stands for
         */
        boolean holds(Situation situation, @Nullable String authority) {
            return purpose.contains(situation.purpose())
                    && allows(kind, situation.kind())
                    && allows(urgency, situation.urgency())
                    && allows(area, authority)
                    && (school == null || school == SchoolKnown.of(situation.schoolUrn()))
                    && (recipient == null || recipient == Named.of(situation.named()));
        }

        private static <T> boolean allows(@Nullable List<T> wanted, @Nullable T present) {
            return wanted == null || (present != null && wanted.contains(present));
        }
    }
}
