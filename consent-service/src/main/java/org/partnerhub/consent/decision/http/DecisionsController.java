package org.partnerhub.consent.decision.http;

import org.partnerhub.consent.decision.Decided;
import org.partnerhub.consent.decision.store.Decider;
import org.partnerhub.contracts.decision.DecisionRequest;
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

    private static ResponseEntity<Object> notNow(Decided.Why why) {
        return switch (why) {
            case DIRECTORY_STALE ->
                later(
                        "directory-stale",
                        "The list of partners cannot be read now; ask again, nothing may go meanwhile.");
            case CHECKPOINTS_STOPPED ->
                later(
                        "log-stopped",
                        "The disclosure log is not being sealed; what rests on consent waits until it is.");
            case PERSON_UNAVAILABLE ->
                later("person-unavailable", "What is known of the person cannot be asked now; ask again.");
        };
    }

    private static ResponseEntity<Object> later(String slug, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(HttpStatus.SERVICE_UNAVAILABLE, slug, detail));
    }
}
