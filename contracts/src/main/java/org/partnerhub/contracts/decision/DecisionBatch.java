package org.partnerhub.contracts.decision;

import java.util.List;

/** Several questions in one call, each decided for itself: one that cannot be decided now holds up no other. At most 100. */
public record DecisionBatch(List<DecisionRequest> requests) {

    public DecisionBatch {
        requests = List.copyOf(requests);
    }
}
