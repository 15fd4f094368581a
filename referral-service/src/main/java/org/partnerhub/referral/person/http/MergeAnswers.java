package org.partnerhub.referral.person.http;

import java.util.Map;
import org.partnerhub.referral.person.MergeOutcome;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What an officer is answered. */
final class MergeAnswers {

    private MergeAnswers() {}

    static ResponseEntity<?> of(MergeOutcome outcome) {
        return switch (outcome) {
            case MergeOutcome.Done(var merge) -> ResponseEntity.ok(merge);
            case MergeOutcome.Kept() -> ResponseEntity.ok(Map.of("settledAs", "different"));
            case MergeOutcome.AlreadyOne() -> conflict("They are one person already; read the person's merges.");
            case MergeOutcome.AlreadyUndone() -> conflict("This merge was undone before; read the person's merges.");
            case MergeOutcome.AlreadySettled() ->
                conflict("Somebody has settled this before; to change it merge the two or undo their merge.");
            case MergeOutcome.NobodyKnown() -> nothingThere();
        };
    }

    static ResponseEntity<?> nothingThere() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "There is nobody and nothing with this id.");
    }

    static ResponseEntity<?> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "The disclosure log cannot note your look now, so nothing is shown or done; try again later."));
    }

    private static ResponseEntity<?> conflict(String detail) {
        return ProblemResponse.of(HttpStatus.CONFLICT, "wrong-state", detail);
    }
}
