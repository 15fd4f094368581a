package org.partnerhub.referral.release.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** The latest signed checkpoint of the disclosure log, which goes with what is told; asked for once a second at most. */
@Component
class Checkpoints {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final ServiceCalls services;
    private final Clock clock;
    private volatile Instant askedAt = Instant.MIN;
    private volatile @Nullable String latest;

    Checkpoints(ServiceCalls services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** The latest one that is known; a disclosure does not wait for a better one. */
    @Nullable
    String latest() {
        Instant now = clock.instant();
        if (askedAt.isBefore(now.minus(FRESH))) {
            askedAt = now;
            try {
                latest = services.to("consent")
                        .get()
                        .uri("/internal/checkpoint")
                        .retrieve()
                        .body(String.class);
            } catch (RestClientException | OAuth2AuthorizationException _) {
                // the last one known stays true; a witness needs no newest
            }
        }
        return latest;
    }
}
