package org.partnerhub.support.calls;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** Clients for the sibling services, with this service's own token, bounded waits, correlation ids and trace. */
@Component
public final class ServiceCalls {

    private final Environment settings;
    private final RestClient.Builder builder;

    ServiceCalls(Environment settings, RestClient.Builder builder) {
        this.settings = settings;
        this.builder = builder;
    }

    /**
     * The client of a sibling.
     *
     * @param service the last part of its setting {@code hub.services.…}, such as {@code consent}
     */
    public RestClient to(String service) {
        return builder.clone()
                .baseUrl(settings.getRequiredProperty("hub.services." + service))
                .build();
    }
}
