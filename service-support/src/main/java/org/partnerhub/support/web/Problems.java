package org.partnerhub.support.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.logging.Faults;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Renders whatever goes wrong as a problem document; never the text of an exception, never what was sent. */
@RestController
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Object> badInput(BadInput bad) {
        ProblemDetail problem = ProblemResponse.problem(
                HttpStatus.BAD_REQUEST, "bad-input", "Correct each field that 'errors' points to and send it again.");
        problem.setProperty(
                "errors", bad.violations().stream().map(FieldError::of).toList());
        return answer(HttpStatus.BAD_REQUEST, new HttpHeaders(), problem);
    }

    private record FieldError(String pointer, String detail) {
        static FieldError of(org.partnerhub.contracts.schema.Violation violation) {
            return new FieldError(violation.pointer(), violation.remedy());
        }
    }

    /** A transaction whose connection broke may end either way, so the answer promises no more than that a key makes it once. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        TransientDataAccessException.class,
        TransactionException.class
    })
    ResponseEntity<Object> databaseDown(RuntimeException down) {
        LOG.warn("The database does not answer: {}", down.getClass().getName());
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return answer(
                HttpStatus.SERVICE_UNAVAILABLE,
                headers,
                ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "Send the same request again later, with the same key where it has one; it is done once."));
    }

    /**
     * An answer that has begun cannot become a problem any more: the container cuts it off, so that nobody takes a part for the whole.
     *
     * @throws Throwable the fault itself, where the answer has begun
     */
    @ExceptionHandler(Throwable.class)
    ResponseEntity<Object> fault(Throwable fault, HttpServletResponse response) throws Throwable {
        LOG.error("A request failed: {}", Faults.described(fault));
        if (response.isCommitted()) {
            throw fault;
        }
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, new HttpHeaders(), ofStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Object> outsideControllers(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? resolved(HttpStatusCode.valueOf(code))
                : HttpStatus.NOT_FOUND;
        return answer(status, new HttpHeaders(), ofStatus(status));
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        HttpStatus status = resolved(code);
        return answer(
                status,
                headers,
                switch (refused) {
                    case MissingRequestHeaderException missing ->
                        ProblemResponse.problem(
                                status, "header-required", "Send the header " + missing.getHeaderName() + ".");
                    case MissingServletRequestParameterException missing ->
                        ProblemResponse.problem(
                                status, "parameter-required", "Send the parameter " + missing.getParameterName() + ".");
                    case MethodArgumentTypeMismatchException mismatch ->
                        ProblemResponse.problem(
                                status, "bad-input", "Correct '" + mismatch.getName() + "' in the address.");
                    default -> ofStatus(status);
                });
    }

    private static HttpStatus resolved(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static ProblemDetail ofStatus(HttpStatus status) {
        String slug = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
        return ProblemResponse.problem(
                status,
                slug,
                status.is5xxServerError()
                        ? "Send it again later; if it fails again, tell the hub's operators the correlation id."
                        : "See the API's documentation for what can be sent here.");
    }

    private static ResponseEntity<Object> answer(HttpStatus status, HttpHeaders headers, ProblemDetail problem) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
