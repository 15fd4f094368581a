package org.partnerhub.notification.stay;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.DeliveryId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.StayId;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What followed from an admission.
 *
 * @param section of the Children Act 1989
 * @param authority GSS code of the responsible authority
 */
public record Stay(
        StayId id,
        UUID message,
        PersonId subject,
        State state,
        @Nullable String section,
        @Nullable String authority,
        @Nullable RecipientId recipient,
        @Nullable DeliveryId delivery,
        List<Finding> explanation) {

    public Stay {
        explanation = List.copyOf(explanation);
    }

    /** Where it stands. */
    public enum State {
        NOTIFIED,
        NOT_DUE,
        /** Neither so long nor likely to be. */
        WATCHED,
        /** Something has to be found out or done by hand. */
        FOR_A_PERSON
    }

    @Override
    public String toString() {
        return "Stay[" + id + ", " + state + "]";
    }
}
