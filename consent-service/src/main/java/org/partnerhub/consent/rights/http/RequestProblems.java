package org.partnerhub.consent.rights.http;

import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What officers are told where nothing can be done. */
final class RequestProblems {

    private RequestProblems() {}

    static ResponseEntity<Object> notFound() {
        return ProblemResponse.of(
                HttpStatus.NOT_FOUND, "not-found", "There is no request of this id; see the register of requests.");
    }

    static ResponseEntity<Object> changedMeanwhile() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT, "wrong-state", "Somebody else changed this meanwhile; read it again.");
    }

    static ResponseEntity<Object> closed() {
        return ProblemResponse.of(
                HttpStatus.CONFLICT, "wrong-state", "The request has been answered; record a new one.");
    }
}
