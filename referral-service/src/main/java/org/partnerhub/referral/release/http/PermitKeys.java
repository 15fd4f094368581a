package org.partnerhub.referral.release.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.permit.Permit;
import org.partnerhub.contracts.permit.PermitRefused;
import org.partnerhub.contracts.permit.PermitVerifier;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Verifies permits with consent-service's public keys, which are fetched seldom and kept through an outage. */
@Component
class PermitKeys {

    private static final Duration FRESH = Duration.ofMinutes(5);

    /** A forged permit must not make the hub ask for keys at the forger's pace. */
    private static final Duration ASKED_AT_MOST_EVERY = Duration.ofSeconds(5);

    private record Kept(JsonWebKeySet keys, Instant fetchedAt) {}

    private final ServiceCalls services;
    private final Clock clock;
    private final PermitVerifier verifier;
    private volatile @Nullable Kept kept;

    PermitKeys(ServiceCalls services, Clock clock, @Value("${spring.application.name}") String audience) {
        this.services = services;
        this.clock = clock;
        this.verifier = new PermitVerifier(audience, this::keys, clock);
    }

    /**
     * The permit that the token is.
     *
     * @throws PermitRefused where it is none for this service, also by keys fetched a moment ago
     * @throws org.springframework.web.client.RestClientException where there are no keys and consent-service does not answer
     */
    Permit verified(@Nullable String token) throws PermitRefused {
        Kept before = kept;
        try {
            return verifier.verify(token);
        } catch (PermitRefused refused) {
            if (before == null || !olderThan(before, ASKED_AT_MOST_EVERY)) {
                throw refused;
            }
            fetch();
            return verifier.verify(token);
        }
    }

    private JsonWebKeySet keys() {
        Kept now = kept;
        return now == null || olderThan(now, FRESH) ? fetch() : now.keys();
    }

    private synchronized JsonWebKeySet fetch() {
        Kept now = kept;
        if (now != null && !olderThan(now, ASKED_AT_MOST_EVERY)) {
            return now.keys();
        }
        String answer = services.to("consent")
                .get()
                .uri("/internal/permit-keys")
                .retrieve()
                .requiredBody(String.class);
        try {
            Kept fetched = new Kept(new JsonWebKeySet(answer), clock.instant());
            kept = fetched;
            return fetched.keys();
        } catch (JoseException unreadable) {
            throw new IllegalStateException("consent-service's permit keys are no JWKS.", unreadable);
        }
    }

    private boolean olderThan(Kept keys, Duration age) {
        return keys.fetchedAt().isBefore(clock.instant().minus(age));
    }
}
