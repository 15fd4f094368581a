package org.partnerhub.referral.routing.http;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Finding;
import org.partnerhub.referral.referral.HistoryEntry;
import org.partnerhub.referral.referral.Onward;
import org.partnerhub.referral.referral.OpenQuestion;
import org.partnerhub.referral.referral.Referral;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.store.AskedRecipients;
import org.partnerhub.referral.referral.store.Questions;
import org.partnerhub.referral.referral.store.Referrals;
import org.partnerhub.referral.routing.Pathways;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For officers and operators: what waits for a person, what is overdue and who was told; ids and codes only. */
@RestController
class OversightController {

    private static final int LONGEST_LIST = 200;

    private final Questions questions;
    private final AskedRecipients recipients;
    private final Referrals referrals;
    private final Onward onward;
    private final Pathways pathways;
    private final KnownDirectory directory;
    private final TransactionOperations transaction;
    private final Clock clock;

    OversightController(
            Questions questions,
            AskedRecipients recipients,
            Referrals referrals,
            Onward onward,
            Pathways pathways,
            KnownDirectory directory,
            TransactionOperations transaction,
            Clock clock) {
        this.questions = questions;
        this.recipients = recipients;
        this.referrals = referrals;
        this.onward = onward;
        this.pathways = pathways;
        this.directory = directory;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** An ask that waits for a person. */
    record Question(
            UUID id,
            ReferralId referral,
            Purpose purpose,
            @Nullable String service,
            String missing,
            String ask,
            Instant askedAt,
            @Nullable Instant dueBy,
            @Nullable String escalatedTo,
            Map<String, String> links) {

        static Question of(Questions.Asked asked) {
            OpenQuestion question = asked.question();
            return new Question(
                    question.id(),
                    asked.referral(),
                    question.purpose(),
                    question.service(),
                    question.missing(),
                    question.ask(),
                    asked.askedAt(),
                    question.dueBy(),
                    question.escalatedTo(),
                    Map.of("answer", "/questions/" + question.id() + "/answer"));
        }
    }

    /** A recipient whose silence was taken to a named role. */
    record Escalation(
            ReferralId referral,
            RecipientId recipient,
            Purpose purpose,
            TaskState state,
            @Nullable String escalatedTo,
            @Nullable Instant dueBy,
            @Nullable Instant answerBy) {

        static Escalation of(AskedRecipient asked) {
            return new Escalation(
                    asked.referral(),
                    asked.recipient(),
                    asked.purpose(),
                    asked.state(),
                    asked.escalatedTo(),
                    asked.dueBy(),
                    asked.answerBy());
        }
    }

    @GetMapping("/questions")
    Map<String, List<Question>> open(@RequestParam(defaultValue = "50") int limit) {
        return Map.of(
                "items", questions.open(sound(limit)).stream().map(Question::of).toList());
    }

    @GetMapping("/escalations")
    Map<String, List<Escalation>> escalated(@RequestParam(defaultValue = "50") int limit) {
        return Map.of(
                "items",
                recipients.escalated(sound(limit)).stream().map(Escalation::of).toList());
    }

    @PostMapping("/questions/{id}/answer")
    ResponseEntity<?> answer(@PathVariable UUID id, @RequestBody byte[] body, Caller caller) {
        if (directory.last().isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "temporarily-unavailable",
                    "The hub is starting; send the same request again later.");
        }
        Finding finding = JsonBodies.read(body, "finding", Finding.class);
        Optional<Questions.Asked> asked = questions.find(id);
        if (asked.isEmpty()) {
            return ProblemResponse.of(
                    HttpStatus.NOT_FOUND,
                    "not-found",
                    "There is no such question that is open; look at the list again.");
        }
        check(finding, asked.get().question());
        return transaction.execute(status -> answered(asked.get(), finding, caller));
    }

    private ResponseEntity<?> answered(Questions.Asked asked, Finding finding, Caller caller) {
        Referral referral = referrals.held(asked.referral()).orElseThrow();
        int settled = onward.found(referral, finding, HistoryEntry.operator(caller.subject()), clock.instant());
        boolean open = questions.find(asked.question().id()).isPresent();
        if (open && settled == 0) {
            throw new BadInput("", "This does not answer the question: the ask would wait for the same again.");
        }
        return ResponseEntity.ok(Map.of(
                "id",
                asked.question().id(),
                "referral",
                asked.referral(),
                "settled",
                settled,
                "open",
                questions.of(asked.referral()).size()));
    }

    private void check(Finding finding, OpenQuestion question) {
        RecipientId chosen = finding.recipient();
        if (chosen != null && directory.required().recipient(chosen).isEmpty()) {
            throw new BadInput("/recipient", "Write a recipient of the hub's directory.");
        }
        String area = finding.area();
        if (area != null && !pathways.serves(area)) {
            throw new BadInput("/area", "Write the code of an area that the hub serves, or name the recipient.");
        }
        String service = finding.service();
        if (service != null && !pathways.services(question.purpose()).contains(service)) {
            throw new BadInput("/service", "Write a service that this purpose has.");
        }
    }

    private static int sound(int limit) {
        if (limit < 1 || limit > LONGEST_LIST) {
            throw new BadInput("/limit", "Write a limit from 1 to " + LONGEST_LIST + ".");
        }
        return limit;
    }
}
