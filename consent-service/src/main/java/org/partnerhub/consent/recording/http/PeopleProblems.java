package org.partnerhub.consent.recording.http;

import org.partnerhub.consent.person.PeopleUnavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Nothing is recorded about somebody who cannot be looked up; the caller sends it again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PeopleProblems {

    @ExceptionHandler
    ResponseEntity<Object> unavailable(PeopleUnavailable unavailable) {
        return Later.because("temporarily-unavailable", "Nothing was recorded; send the same again later.");
    }
}
