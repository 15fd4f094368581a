package org.partnerhub.consent.decision.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.decision.Decided;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.log.store.CheckpointWatch;
import org.partnerhub.consent.permit.PermitSigner;
import org.partnerhub.consent.person.PeopleUnavailable;
import org.partnerhub.consent.person.outgoing.ProtectedWhereabouts;
import org.partnerhub.consent.purpose.PurposePolicy;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.permit.Permit;
import org.springframework.stereotype.Component;

/** Answers a question: gathers what the rules need, has it decided and logged, then signs the permit. */
@Component
public class Decider {

    private final Purposes purposes;
    private final KnownDirectory directory;
    private final ProtectedWhereabouts whereabouts;
    private final CheckpointWatch watch;
    private final Decisions decisions;
    private final PermitSigner signer;

    Decider(
            Purposes purposes,
            KnownDirectory directory,
            ProtectedWhereabouts whereabouts,
            CheckpointWatch watch,
            Decisions decisions,
            PermitSigner signer) {
        this.purposes = purposes;
        this.directory = directory;
        this.whereabouts = whereabouts;
        this.watch = watch;
        this.decisions = decisions;
        this.signer = signer;
    }

    public Decided decide(DecisionRequest request) {
        if (directory.isStale()) {
            return new Decided.NotNow(Decided.Why.DIRECTORY_STALE);
        }
        Question question = new Question(
                request,
                purposes.find(request.purpose()).orElse(null),
                directory.recipient(request.recipient()).orElse(null));
        boolean stopped = watch.hasStopped();
        if (stopped && question.restsOnConsent()) {
            return new Decided.NotNow(Decided.Why.CHECKPOINTS_STOPPED);
        }
        try {
            boolean isProtected = question.dependsOnWhereabouts() && whereabouts.of(request.subject());
            LogStamp stamp = new LogStamp(purposes.version(), stopped ? "unsequenced" : null);
            return new Decided.Answered(answer(question, decisions.decide(question, isProtected, stamp)));
        } catch (PeopleUnavailable unavailable) {
            return new Decided.NotNow(Decided.Why.PERSON_UNAVAILABLE);
        }
    }

    /** Signed only once the decision is committed: no permit without its entry. */
    private DecisionAnswer answer(Question question, Decision decision) {
        Verdict verdict = decision.verdict();
        Permit permit = decision.permit();
        PurposePolicy purpose = question.purpose();
        boolean granted = permit != null;
        return new DecisionAnswer(
                decision.id(),
                verdict.outcome(),
                verdict.categories(),
                granted && purpose != null ? purpose.ground() : null,
                granted ? DecisionEntry.reliedOn(question, verdict) : null,
                verdict.missing(),
                signed(question, decision, permit),
                permit == null ? null : permit.expiresAt(),
                purposes.version());
    }

    private @Nullable String signed(Question question, Decision decision, @Nullable Permit permit) {
        List<String> audience = question.request().audience().stream().sorted().toList();
        return permit == null ? null : signer.sign(permit, audience, decision.at());
    }
}
