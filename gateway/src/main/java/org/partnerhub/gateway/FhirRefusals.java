package org.partnerhub.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the gateway itself refuses on the FHIR path, as an OperationOutcome: FHIR callers get nothing else. The fhir-adapter's own
 * answers go through as they are.
 */
final class FhirRefusals extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NO_DETAIL = "See the API's documentation.";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, held);
        String type = held.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_PROBLEM_JSON_VALUE)) {
            reword(wantsXml(request), response, held);
        } else {
            held.copyBodyToResponse();
        }
    }

    private static void reword(boolean asXml, HttpServletResponse response, ContentCachingResponseWrapper held)
            throws IOException {
        OperationOutcome outcome = OperationOutcome.ofStatus(held.getStatus(), detail(held.getContentAsByteArray()));
        byte[] body = asXml ? outcome.xml() : outcome.json();
        response.setContentType("application/fhir+" + (asXml ? "xml" : "json") + ";charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static boolean wantsXml(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("xml") && !accepted.contains("json");
    }

    private static String detail(byte[] problem) {
        try {
            return JSON.readTree(problem).path("detail").asString(NO_DETAIL);
        } catch (JacksonException unreadable) {
            return NO_DETAIL;
        }
    }
}
