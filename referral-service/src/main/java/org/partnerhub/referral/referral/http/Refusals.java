package org.partnerhub.referral.referral.http;

import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
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
}
