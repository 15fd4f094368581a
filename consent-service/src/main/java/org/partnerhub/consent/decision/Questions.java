package org.partnerhub.consent.decision;

import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.decision.DecisionRequest;

/** Looks up what a question names. */
public final class Questions {

    private final Purposes purposes;
    private final KnownDirectory directory;

    public Questions(Purposes purposes, KnownDirectory directory) {
        this.purposes = purposes;
        this.directory = directory;
    }

    public Question of(DecisionRequest request) {
        return new Question(
                request,
                purposes.find(request.purpose()).orElse(null),
                directory.recipient(request.recipient()).orElse(null));
    }
}
