package org.partnerhub.referral.story.http;

import java.util.regex.Pattern;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The refusals of whatever adds to somebody's record; each says what to do next. */
public final class StoryRefusals {

    /** What an idempotency key looks like. */
    public static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

    private StoryRefusals() {}

    public static ResponseEntity<ProblemDetail> notReady() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "The hub is starting; send the same request again later."));
    }

    public static ResponseEntity<Object> unknownPartner() {
        return ProblemResponse.of(
                HttpStatus.FORBIDDEN, "unknown-partner", "The hub's operators have to add you to the directory first.");
    }

    public static ResponseEntity<Object> keyRequired() {
        return ProblemResponse.of(
                HttpStatus.BAD_REQUEST,
                "idempotency-key-required",
                "Send an Idempotency-Key of 8 to 128 letters, digits and . _ : -, a new one for each thing and the same one"
                        + " when you send it again.");
    }

    public static ResponseEntity<Object> keyUsedForOtherBody() {
        return ProblemResponse.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "This Idempotency-Key was used for another body or person; send it under a new key.");
    }

    /** The same whether nobody has the id or the partner has nothing to do with whoever has. */
    public static ResponseEntity<Object> nobodyOfYours() {
        return ProblemResponse.of(
                HttpStatus.NOT_FOUND,
                "not-found",
                "There is nobody of this id whom you referred or were told of; send a referral instead.");
    }

    public static ResponseEntity<Object> wrongState(String detail) {
        return ProblemResponse.of(HttpStatus.CONFLICT, "wrong-state", detail);
    }
}
