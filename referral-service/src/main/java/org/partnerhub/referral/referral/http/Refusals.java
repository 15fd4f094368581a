package org.partnerhub.referral.referral.http;

import java.util.List;
import java.util.stream.Collectors;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.TaskState;
import org.partnerhub.referral.referral.TaskState.Mover;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The refusals of this API; each says what to do next. */
final class Refusals {

    private Refusals() {}

    static ResponseEntity<ProblemDetail> notReady() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "The hub is starting; send the same request again later."));
    }

    static ResponseEntity<Object> unknownPartner() {
        return ProblemResponse.of(
                HttpStatus.FORBIDDEN, "unknown-partner", "The hub's operators have to add you to the directory first.");
    }

    static ResponseEntity<Object> keyRequired() {
        return ProblemResponse.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-required",
                "Send an Idempotency-Key of 8 to 128 letters, digits and . _ : -, a new one for each referral and the same one"
                        + " when you send it again.");
    }

    static ResponseEntity<Object> keyUsedForOtherBody() {
        return ProblemResponse.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another body; send a new referral under a new key.");
    }

    static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no such referral that you sent or received.");
    }

    /** The present state, and what the caller may do from there. */
    static ResponseEntity<ProblemDetail> wrongState(TaskState present, Mover mover) {
        String next = present.isOver()
                ? "it is over"
                : "you can make it "
                        + present.nextBy(mover).stream()
                                .map(TaskState::code)
                                .sorted()
                                .collect(Collectors.joining(", "));
        ProblemDetail problem = ProblemResponse.problem(
                HttpStatus.CONFLICT,
                "wrong-state",
                "The referral is " + present.code() + " with this recipient; " + next + ".");
        problem.setProperty("state", present);
        return conflict(problem);
    }

    /** Every recipient is done with it. */
    static ResponseEntity<ProblemDetail> over(List<AskedRecipient> recipients) {
        String states = recipients.stream()
                .map(it -> it.state().code() + " with " + it.recipient())
                .distinct()
                .collect(Collectors.joining(", "));
        ProblemDetail problem = ProblemResponse.problem(
                HttpStatus.CONFLICT,
                "wrong-state",
                "The referral is over: " + states + ". Send a new one where help is still needed.");
        if (!recipients.isEmpty()) {
            problem.setProperty("state", recipients.getFirst().state());
        }
        return conflict(problem);
    }

    static ResponseEntity<ProblemDetail> takenElsewhere() {
        return conflict(ProblemResponse.problem(
                HttpStatus.CONFLICT,
                "taken-elsewhere",
                "Another recipient of this transfer has taken the case: a family has one lead professional. Reject it, or offer"
                        + " to work together."));
    }

    private static ResponseEntity<ProblemDetail> conflict(ProblemDetail problem) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
