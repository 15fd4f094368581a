package org.partnerhub.referral.referral.http;

import java.util.Map;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.referral.Answer;
import org.partnerhub.referral.referral.Answered;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.TaskState.Mover;
import org.partnerhub.referral.referral.store.Answers;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where recipients answer. */
@RestController
class AnswerController {

    private final Answers answers;
    private final KnownDirectory directory;

    AnswerController(Answers answers, KnownDirectory directory) {
        this.answers = answers;
        this.directory = directory;
    }

    @PostMapping("/referrals/{id}/responses")
    ResponseEntity<?> answer(@PathVariable ReferralId id, @RequestBody byte[] body, Caller caller) {
        if (directory.last().isEmpty()) {
            return Refusals.notReady();
        }
        Answer answer = JsonBodies.read(body, "response", Answer.class);
        return switch (answers.take(id, new PartnerId(caller.requiredPartner()), answer)) {
            case Answered.Taken(TaskState now) -> ResponseEntity.ok(standing(id, answer, now));
            case Answered.NotFrom(TaskState present) -> Refusals.wrongState(present, Mover.RECIPIENT);
            case Answered.TakenElsewhere(RecipientId _) -> Refusals.takenElsewhere();
            case Answered.ReasonMissing() -> throw new BadInput("/reason", "Say why, in a code.");
            case Answered.NotYours() -> Refusals.notFound();
        };
    }

    private static Map<String, Object> standing(ReferralId id, Answer answer, TaskState now) {
        return Map.of(
                "id",
                id,
                "recipient",
                answer.recipient(),
                "state",
                now,
                "links",
                Map.of("referral", "/referrals/" + id));
    }
}
