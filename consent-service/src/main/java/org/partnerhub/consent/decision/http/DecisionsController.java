package org.partnerhub.consent.decision.http;

import org.partnerhub.consent.decision.Decided;
import org.partnerhub.consent.decision.store.Decider;
import org.partnerhub.contracts.decision.DecisionBatch;
import org.partnerhub.contracts.decision.DecisionBatchAnswer;
import org.partnerhub.contracts.decision.DecisionBatchAnswer.Item;
import org.partnerhub.contracts.decision.DecisionRequest;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DecisionsController {

    private static final int MOST = 100;

    private final Decider decider;

    DecisionsController(Decider decider) {
        this.decider = decider;
    }

    @PostMapping("/internal/decisions")
    ResponseEntity<Object> decide(@RequestBody DecisionRequest request) {
        return switch (decider.decide(request)) {
            case Decided.Answered(var answer) -> ResponseEntity.ok(answer);
            case Decided.NotNow(var why) -> notNow(why);
        };
    }

    @PostMapping("/internal/decisions/batch")
    ResponseEntity<Object> decideAll(@RequestBody DecisionBatch batch) {
        if (batch.requests().isEmpty() || batch.requests().size() > MOST) {
            throw new BadInput("/requests", "Give between 1 and " + MOST + " questions.");
        }
        return ResponseEntity.ok(new DecisionBatchAnswer(batch.requests().stream()
                .map(decider::decide)
                .map(DecisionsController::item)
                .toList()));
    }

    private static Item item(Decided decided) {
        return switch (decided) {
            case Decided.Answered(var answer) -> new Item(answer, null);
            case Decided.NotNow(var why) -> new Item(null, why.code());
        };
    }

    private static ResponseEntity<Object> notNow(Decided.Why why) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(HttpStatus.SERVICE_UNAVAILABLE, why.code(), why.remedy()));
    }
}
