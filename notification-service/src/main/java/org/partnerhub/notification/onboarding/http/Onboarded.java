package org.partnerhub.notification.onboarding.http;

import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What an operator is told where it cannot be done. */
final class Onboarded {

    private Onboarded() {}

    static ResponseEntity<Object> notThere() {
        return ProblemResponse.of(
                HttpStatus.NOT_FOUND, "not-found", "No such partner is being taken on; look at the list.");
    }

    static ResponseEntity<Object> somebodyWasFaster() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT,
                "wrong-state",
                "It stands otherwise than when you looked, or one of its ids was taken meanwhile; look again.");
    }
}
