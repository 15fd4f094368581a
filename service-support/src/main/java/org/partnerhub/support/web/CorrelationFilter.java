package org.partnerhub.support.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the caller's {@code X-Request-Id} and {@code X-Correlation-Id} or makes them, echoes them and puts them in the log. */
public final class CorrelationFilter extends OncePerRequestFilter {

    public static final String REQUEST_ID = "X-Request-Id";
    public static final String CORRELATION_ID = "X-Correlation-Id";

    /** Where the correlation id of the work in hand is found in the MDC. */
    public static final String MDC_KEY = "correlationId";

    /** The same for the id of the request. */
    public static final String REQUEST_MDC_KEY = "requestId";

    /** Anything but a UUID could carry a name or a number into logs, events and other partners' headers. */
    private static final Pattern ACCEPTABLE = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String service;

    public CorrelationFilter(String service) {
        this.service = service;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String requestId = kept(request.getHeader(REQUEST_ID));
        String correlationId = kept(request.getHeader(CORRELATION_ID));
        response.setHeader(REQUEST_ID, requestId);
        response.setHeader(CORRELATION_ID, correlationId);
        try (var _ = MDC.putCloseable(MDC_KEY, correlationId);
                var _ = MDC.putCloseable(REQUEST_MDC_KEY, requestId);
                var _ = MDC.putCloseable("service", service)) {
            chain.doFilter(request, response);
        }
    }

    private static String kept(@Nullable String given) {
        return given != null && ACCEPTABLE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }
}
