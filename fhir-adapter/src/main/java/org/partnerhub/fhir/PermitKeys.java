package org.partnerhub.fhir;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** consent-service's public keys, asked for at most every ten seconds; kept through an outage. */
@Configuration(proxyBeanMethods = false)
class PermitKeys {

    private static final Duration FRESH = Duration.ofSeconds(10);

    @Bean
    PermitVerifier permitVerifier(ServiceCalls calls, Clock clock) {
        return new PermitVerifier("fhir-adapter", new Cached(calls.to("consent"), clock), clock);
    }

    private static final class Cached implements Supplier<JsonWebKeySet> {

        private final RestClient consent;
        private final Clock clock;
        private @Nullable JsonWebKeySet keys;
        private Instant staleAt = Instant.MIN;

        Cached(RestClient consent, Clock clock) {
            this.consent = consent;
            this.clock = clock;
        }

        @Override
        public synchronized JsonWebKeySet get() {
            JsonWebKeySet known = keys;
            if (known != null && clock.instant().isBefore(staleAt)) {
                return known;
            }
            staleAt = clock.instant().plus(FRESH);
            try {
                known = ask();
            } catch (RestClientException outage) {
                if (known == null) {
                    throw outage;
                }
            }
            keys = known;
            return known;
        }

        private JsonWebKeySet ask() {
            String answer =
                    consent.get().uri("/internal/permit-keys").retrieve().body(String.class);
            try {
                return new JsonWebKeySet(answer);
            } catch (JoseException unreadable) {
                throw new IllegalStateException("consent-service answered no key set.", unreadable);
            }
        }
    }
}
