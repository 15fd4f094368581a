package org.partnerhub.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the services are.
 *
 * @param publicUrl what a browser calls the gateway by
 * @param services base URL by the last part of {@code hub.services.…}
 */
@ConfigurationProperties("hub")
record Upstreams(URI publicUrl, Map<String, URI> services, Upstream upstream) {

    /** How long to wait for a service. */
    record Upstream(Duration connectTimeout, Duration readTimeout) {}

    /** The base URL of an owner in the API catalogue, such as {@code referral-service} or {@code fhir-adapter}. */
    URI of(String owner) {
        String name = owner.replaceFirst("-(service|adapter)$", "");
        URI found = services.get(name);
        if (found == null) {
            throw new IllegalStateException("Set hub.services." + name + ": the API has paths of " + owner + ".");
        }
        return found;
    }
}
