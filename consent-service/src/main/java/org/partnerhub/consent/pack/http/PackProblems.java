package org.partnerhub.consent.pack.http;

import org.partnerhub.consent.pack.HeldElsewhereUnavailable;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What officers are told where nothing can be done. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PackProblems {

    static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no such request or piece; see the register of requests.");
    }

    static ResponseEntity<Object> changedMeanwhile() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT, "wrong-state", "Somebody else changed this meanwhile; read it again.");
    }

    static ResponseEntity<Object> closed() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT,
                "wrong-state",
                "This request has been answered, or asks for something else than access.");
    }

    static ResponseEntity<Object> notYet(long waiting) {
        return ProblemResponse.of(
                HttpStatus.CONFLICT,
                "wrong-state",
                waiting == 0
                        ? "Nothing has been gathered for this request; gather it first."
                        : "Settle the pieces that wait first: " + waiting + ".");
    }

    @ExceptionHandler
    ResponseEntity<Object> elsewhere(HeldElsewhereUnavailable unavailable) {
        return unavailable.notAllowed()
                ? ProblemResponse.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "Ask for the right to look at whole records (records.review); nothing was gathered.")
                : ProblemResponse.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "Nothing was gathered, because referral-service did not answer; try again later.");
    }
}
