package org.partnerhub.notification.delivery.outgoing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure.Withheld;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.notification.delivery.Decided;

/** What consent-service said to one attempt. */
sealed interface Ruling {

    /**
     * It may leave.
     *
     * @param permit the token, good for this attempt alone
     */
    record Permitted(Decided decided, String permit, Set<Category> categories, List<Withheld> withheld)
            implements Ruling {

        @Override
        public String toString() {
            return "Permitted[" + decided + "]";
        }
    }

    /**
     * It may not.
     *
     * @param rule the first rule that was named
     */
    record Refused(
            DecisionId decision, Missing missing, @Nullable String rule) implements Ruling {}

    /** Nobody could be asked. */
    record Unasked(String reason) implements Ruling {}
}
