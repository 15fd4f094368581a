package org.partnerhub.consent.decision.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.decision.Decided;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Questions;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.directory.KnownDirectory;
import org.partnerhub.consent.log.store.CheckpointWatch;
import org.partnerhub.consent.permit.PermitSigner;
import org.partnerhub.consent.person.PeopleUnavailable;
import org.partnerhub.consent.person.outgoing.ProtectedWhereabouts;
import org.partnerhub.consent.purpose.Purposes;
import org.partnerhub.contracts.decision.DecisionAnswer;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.permit.Permit;
import org.springframework.stereotype.Component;

/** Answers a question: gathers what the rules need, has it decided and logged, then signs the permit. */
@Component
public class Decider {

    private final Purposes purposes;
    private final Questions questions;
    private final KnownDirectory directory;
    private final ProtectedWhereabouts whereabouts;
    private final CheckpointWatch watch;
    private final Decisions decisions;
    private final PermitSigner signer;

    Decider(
            Purposes purposes,
            Questions questions,
            KnownDirectory directory,
            ProtectedWhereabouts whereabouts,
            CheckpointWatch watch,
            Decisions decisions,
            PermitSigner signer) {
        this.purposes = purposes;
        this.questions = questions;
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
        Question question = questions.of(request);
        boolean stopped = watch.hasStopped();
        try {
            boolean isProtected = question.dependsOnWhereabouts() && whereabouts.of(request.subject());
            LogStamp stamp = new LogStamp(purposes.version(), stopped ? "unsequenced" : null);
            return stopped && question.restsOnConsent()
                    ? forALife(question, isProtected, stamp)
                    : new Decided.Answered(answer(question, decisions.decide(question, isProtected, stamp)));
        } catch (PeopleUnavailable unavailable) {
            return new Decided.NotNow(Decided.Why.PERSON_UNAVAILABLE);
        }
    }

    /** Hash of the purposes that it decides by. */
    public String policyVersion() {
        return purposes.version();
    }

    /** What would keep a question from being decided just now; absent where nothing does. */
    public Optional<Decided.Why> waits(Question question) {
        if (directory.isStale()) {
            return Optional.of(Decided.Why.DIRECTORY_STALE);
        }
        return watch.hasStopped() && question.restsOnConsent()
                ? Optional.of(Decided.Why.CHECKPOINTS_STOPPED)
                : Optional.empty();
    }

    /** While checkpoints have stopped nothing rests on consent; what an officer let go because a life is at risk goes on. */
    private Decided forALife(Question question, boolean isProtected, LogStamp stamp) {
        return decisions
                .decideForALife(question, isProtected, stamp)
                .<Decided>map(decision -> new Decided.Answered(answer(question, decision)))
                .orElseGet(() -> new Decided.NotNow(Decided.Why.CHECKPOINTS_STOPPED));
    }

    /** Signed only once the decision is committed: no permit without its entry. */
    private DecisionAnswer answer(Question question, Decision decision) {
        Verdict verdict = decision.verdict();
        Permit permit = decision.permit();
        return new DecisionAnswer(
                decision.id(),
                verdict.outcome(),
                verdict.categories(),
                verdict.reliance().ground(),
                permit == null ? null : verdict.reliance().words(),
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
