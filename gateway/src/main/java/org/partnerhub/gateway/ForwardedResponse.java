package org.partnerhub.gateway;

import java.util.Set;
import org.partnerhub.support.web.CorrelationFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** What of an answer's headers goes back: not those that the gateway sets itself, and nothing about what runs behind it. */
@Component
class ForwardedResponse implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> OWN =
            Set.of(CorrelationFilter.CORRELATION_ID, CorrelationFilter.REQUEST_ID, "Server", "X-Powered-By");

    @Override
    public HttpHeaders apply(HttpHeaders given, ServerResponse response) {
        HttpHeaders headers = new HttpHeaders();
        given.forEach(headers::addAll);
        OWN.forEach(headers::remove);
        return headers;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
