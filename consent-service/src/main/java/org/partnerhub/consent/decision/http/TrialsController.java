package org.partnerhub.consent.decision.http;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Questions;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.decision.store.Decider;
import org.partnerhub.consent.decision.store.Explanations;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.decision.DecisionTrial;
import org.partnerhub.contracts.decision.DecisionTried;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What would be decided, for a service that shows a sender where a referral would go. */
@RestController
class TrialsController {

    private static final UUID NO_DELIVERY = new UUID(0, 0);

    private final Explanations explanations;
    private final Decider decider;
    private final Questions questions;
    private final Subjects subjects;
    private final Clock clock;

    TrialsController(Explanations explanations, Decider decider, Questions questions, Subjects subjects, Clock clock) {
        this.explanations = explanations;
        this.decider = decider;
        this.questions = questions;
        this.subjects = subjects;
        this.clock = clock;
    }

    @PostMapping("/internal/decisions/trial")
    DecisionTried tryOut(@RequestBody DecisionTrial trial) {
        PersonId subject = trial.subject();
        PersonFacts person =
                subject == null ? new PersonFacts(PersonId.fresh(), trial.birthDate(), false) : subjects.known(subject);
        Question question = questions.of(new DecisionRequest(
                person.person(),
                trial.recipient(),
                trial.purpose(),
                trial.categories(),
                NO_DELIVERY,
                1,
                Set.of(),
                "trial/" + NO_DELIVERY,
                null));
        Verdict verdict = explanations.tryOut(question, person, clock.instant());
        return new DecisionTried(verdict.outcome(), verdict.categories(), verdict.missing(), decider.policyVersion());
    }
}
