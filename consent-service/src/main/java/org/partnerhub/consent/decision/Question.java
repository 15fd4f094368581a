package org.partnerhub.consent.decision;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.directory.Directory.Recipient;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * What is asked, with the purpose and the recipient looked up.
 *
 * @param purpose absent where nobody wrote it down
 * @param recipient absent where nobody knows it
 */
public record Question(
        DecisionRequest request,
        @Nullable PurposePolicy purpose,
        @Nullable Recipient recipient) {

    public boolean restsOnConsent() {
        return purpose != null && purpose.restsOnConsent();
    }

    /** Whether any rule depends on the subject's whereabouts being protected. */
    public boolean dependsOnWhereabouts() {
        return purpose != null && Rules.dependOnWhereabouts(request.categories(), purpose);
    }

    /** The partners whose agreements matter. */
    public Set<PartnerId> partners() {
        return restsOnConsent() && recipient != null ? recipient.operatedBy() : Set.of();
    }

    /** Goes through the rules. */
    public Verdict decide(Evidence evidence) {
        return Verdict.of(Situation.of(this, evidence));
    }
}
