package org.partnerhub.gateway;

import java.util.Locale;
import java.util.Set;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What of a request's headers goes on: nothing by which a caller could claim to be somebody or somewhere else, and only the
 * credential that the other side takes.
 */
@Component
class ForwardedRequest implements RequestHttpHeadersFilter, Ordered {

    private static final Set<String> NEVER = Set.of(
            "forwarded",
            "hub-permit",
            "x-real-ip",
            "x-client-ip",
            "x-http-method-override",
            "x-original-url",
            "x-rewrite-url",
            "x-user",
            "x-partner",
            "remote-user",
            "true-client-ip");

    private static final Set<String> NEVER_STARTING_WITH = Set.of("x-forwarded-", "proxy-", "x-original-", "hub-");

    private final Upstreams upstreams;

    ForwardedRequest(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    @Override
    public HttpHeaders apply(HttpHeaders given, ServerRequest request) {
        HttpHeaders headers = new HttpHeaders();
        given.forEach((name, values) -> {
            if (goesOn(name.toLowerCase(Locale.ROOT))) {
                headers.addAll(name, values);
            }
        });
        if (isConsole(request)) {
            headers.remove(HttpHeaders.AUTHORIZATION);
            sayWhereBrowsersAre(headers);
        } else {
            headers.remove(HttpHeaders.COOKIE);
            headers.remove(HttpHeaders.ORIGIN);
        }
        if (!isFhir(request)) {
            set(headers, CorrelationFilter.CORRELATION_ID, MDC.get(CorrelationFilter.MDC_KEY));
            set(headers, CorrelationFilter.REQUEST_ID, MDC.get(CorrelationFilter.REQUEST_MDC_KEY));
        }
        return headers;
    }

    private static boolean goesOn(String name) {
        return !NEVER.contains(name) && NEVER_STARTING_WITH.stream().noneMatch(name::startsWith);
    }

    private static boolean isConsole(ServerRequest request) {
        return request.path().startsWith("/console");
    }

    /** BaRS requires the caller's own ids: where they are missing or malformed, fhir-adapter says so. */
    private static boolean isFhir(ServerRequest request) {
        return request.path().startsWith("/fhir/");
    }

    /** The console makes absolute addresses for sign-in; it learns them from the settings, not from the caller. */
    private void sayWhereBrowsersAre(HttpHeaders headers) {
        var url = upstreams.publicUrl();
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        headers.set("X-Forwarded-Proto", url.getScheme());
        headers.set("X-Forwarded-Host", url.getHost());
        headers.set("X-Forwarded-Port", Integer.toString(port));
    }

    private static void set(HttpHeaders headers, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            headers.set(name, value);
        }
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
