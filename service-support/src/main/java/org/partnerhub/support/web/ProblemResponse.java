package org.partnerhub.support.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.slf4j.MDC;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** Makes RFC 9457 problem documents. */
public final class ProblemResponse {

    /** Every {@code type} starts with this; what follows is stable. */
    public static final String TYPES = "https://partnerhub.example/problems/";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private ProblemResponse() {}

    /**
     * An answer for a controller to return.
     *
     * @param slug stable last part of the {@code type}, such as {@code wrong-state}
     * @param detail what to do next, in a sentence; never personal data
     */
    public static ResponseEntity<Object> of(HttpStatus status, String slug, String detail) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(status, slug, detail));
    }

    /** Writes the document from a filter, where no controller answers. */
    public static void write(HttpServletResponse response, HttpStatus status, String slug, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(MAPPER.writeValueAsBytes(problem(status, slug, detail)));
    }

    /** The document alone, for adding properties to it. */
    public static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPES + slug));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("correlationId", MDC.get(CorrelationFilter.MDC_KEY));
        return problem;
    }
}
