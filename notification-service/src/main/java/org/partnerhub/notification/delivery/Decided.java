package org.partnerhub.notification.delivery;

import org.partnerhub.contracts.identity.DecisionId;
import org.partnerhub.contracts.sharing.GroundKind;

/** The decision that an attempt rests on, and by what right. */
public record Decided(DecisionId decision, GroundKind ground) {

    /** Whether the delivery has to arrive whatever its age: a duty under an Act, or a life at risk. */
    boolean neverExpires() {
        return Duties.isDuty(ground);
    }
}
