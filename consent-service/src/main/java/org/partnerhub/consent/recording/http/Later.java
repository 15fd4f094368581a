package org.partnerhub.consent.recording.http;

import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Something that this service needs is away for now. */
final class Later {

    private Later() {}

    static ResponseEntity<Object> because(String slug, String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemResponse.problem(HttpStatus.SERVICE_UNAVAILABLE, slug, detail));
    }
}
