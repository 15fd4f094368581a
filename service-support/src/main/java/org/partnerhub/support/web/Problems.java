package org.partnerhub.support.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Renders what a controller throws as a problem document; never the text of an exception. */
@RestControllerAdvice
public class Problems {

    @ExceptionHandler
    ProblemDetail badInput(BadInput bad) {
        ProblemDetail problem = ProblemResponse.problem(
                HttpStatus.BAD_REQUEST, "bad-input", "Correct each field that 'errors' points to and send it again.");
        problem.setProperty("errors", bad.violations());
        return problem;
    }
}
