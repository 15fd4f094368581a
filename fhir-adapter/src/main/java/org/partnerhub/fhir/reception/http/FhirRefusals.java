package org.partnerhub.fhir.reception.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.partnerhub.fhir.message.incoming.Format;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Rewords problem documents of security and of the limits for FHIR callers, who get OperationOutcomes and nothing else. */
class FhirRefusals extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();

    private final Representations representations;

    FhirRefusals(Representations representations) {
        this.representations = representations;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String type = held.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            reword(request, response, held);
        } else {
            held.copyBodyToResponse();
        }
    }

    private void reword(HttpServletRequest request, HttpServletResponse response, ContentCachingResponseWrapper held)
            throws IOException {
        Format format = Representations.wantedOrJson(request);
        OperationOutcome outcome = OperationOutcomes.ofStatus(held.getStatus(), detail(held.getContentAsByteArray()));
        byte[] body = representations.write(outcome, format);
        response.setContentType(format.mediaType() + ";charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String detail(byte[] problem) {
        try {
            return JSON.readTree(problem).path("detail").asString("See the API's documentation.");
        } catch (JacksonException unreadable) {
            return "See the API's documentation.";
        }
    }
}
