package org.partnerhub.consent.decision.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.decision.Decided;
import org.partnerhub.consent.decision.Question;
import org.partnerhub.consent.decision.Questions;
import org.partnerhub.consent.decision.Verdict;
import org.partnerhub.consent.decision.store.Decider;
import org.partnerhub.consent.decision.store.Explanations;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.officer.http.Officers;
import org.partnerhub.consent.officer.http.Subjects;
import org.partnerhub.contracts.decision.CategoryAnswer;
import org.partnerhub.contracts.decision.DecisionAnswer.Missing;
import org.partnerhub.contracts.decision.DecisionAnswer.Outcome;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.GroundKind;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What officers ask of the rules. No disclosure to anybody else; the look is an entry, committed before anything is read. */
@RestController
class ExplanationsController {

    private final Explanations explanations;
    private final Decider decider;
    private final Questions questions;
    private final Subjects subjects;
    private final OfficerLooks looks;
    private final Clock clock;

    ExplanationsController(
            Explanations explanations,
            Decider decider,
            Questions questions,
            Subjects subjects,
            OfficerLooks looks,
            Clock clock) {
        this.explanations = explanations;
        this.decider = decider;
        this.questions = questions;
        this.subjects = subjects;
        this.looks = looks;
        this.clock = clock;
    }

    @PostMapping("/decisions/explanation")
    ResponseEntity<Object> explain(@RequestBody byte[] body, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        Explain asked = JsonBodies.read(body, "explanation", Explain.class);
        looks.note(look(caller, "explanation", asked.person(), asked.reason()));
        return ResponseEntity.ok(
                explanations.explain(subjects.known(asked.person()), asked.purpose(), asked.recipient()));
    }

    @PostMapping("/decisions/dry-run")
    ResponseEntity<Object> tryOut(@RequestBody byte[] body, Caller caller) {
        if (!Officers.include(caller)) {
            return Officers.only();
        }
        DryRun asked = JsonBodies.read(body, "dry-run", DryRun.class);
        Instant now = clock.instant();
        if (asked.at() != null && asked.at().isBefore(now)) {
            throw new BadInput("/at", "Give a time to come, or leave it out: what was decided before is in the log.");
        }
        looks.note(look(caller, "dry-run", asked.person(), asked.reason()));
        PersonFacts person = subjects.known(asked.person());
        Question question = questions.of(asked.request(person.person()));
        Instant at = asked.at() == null ? now : asked.at();
        Verdict verdict = explanations.tryOut(question, person, at);
        return ResponseEntity.ok(new Tried(
                at,
                verdict.outcome(),
                verdict.categories(),
                verdict.reliance().ground(),
                verdict.missing(),
                decider.policyVersion(),
                decider.waits(question).map(Decided.Why::code).orElse(null)));
    }

    private static EntryDraft look(Caller officer, String kind, PersonId person, String reason) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", kind)
                .with("reason", reason)
                .with(EntryDraft.SUBJECT, person);
    }

    private record Explain(
            PersonId person,
            @Nullable Purpose purpose,
            @Nullable RecipientId recipient,
            String reason) {}

    private record DryRun(
            PersonId person,
            Purpose purpose,
            RecipientId recipient,
            Set<Category> categories,
            @Nullable String requester,
            @Nullable Instant at,
            String reason) {

        private static final UUID NO_DELIVERY = new UUID(0, 0);

        DecisionRequest request(PersonId subject) {
            return new DecisionRequest(
                    subject,
                    recipient,
                    purpose,
                    categories,
                    NO_DELIVERY,
                    1,
                    Set.of(),
                    "dry-run/" + NO_DELIVERY,
                    requester);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Tried(
            Instant at,
            Outcome outcome,
            List<CategoryAnswer> categories,
            @Nullable GroundKind ground,
            @Nullable Missing missing,
            String policyVersion,
            @Nullable String waits) {}
}
