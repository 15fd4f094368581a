package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** consent-service's public keys, asked for at most every ten seconds and kept through an outage. */
@Component
class PermitKeys implements Supplier<JsonWebKeySet> {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final RestClient consentService;
    private final Clock clock;

    private @Nullable JsonWebKeySet keys;
    private Instant staleAt = Instant.MIN;

    PermitKeys(ServiceCalls calls, Clock clock) {
        consentService = calls.to("consent");
        this.clock = clock;
    }

    /** No keys at all refuse every permit. */
    @Override
    public synchronized JsonWebKeySet get() {
        if (keys == null || !clock.instant().isBefore(staleAt)) {
            staleAt = clock.instant().plus(FRESH);
            try {
                keys = new JsonWebKeySet(consentService
                        .get()
                        .uri("/internal/permit-keys")
                        .retrieve()
                        .body(String.class));
            } catch (RestClientException | OAuth2AuthorizationException | JoseException unavailable) {
                return keys == null ? new JsonWebKeySet() : keys;
            }
        }
        return keys;
    }
}
