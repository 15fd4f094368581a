package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** The disclosure log's latest checkpoint, asked for once a second at most; what is sent does not wait for a newer one. */
@Component
class Checkpoints {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final RestClient consentService;
    private final Clock clock;
    private final AtomicReference<Read> last = new AtomicReference<>(new Read(null, Instant.EPOCH));

    Checkpoints(ServiceCalls calls, Clock clock) {
        consentService = calls.to("consent");
        this.clock = clock;
    }

    @Nullable
    String latest() {
        Read read = last.get();
        Instant now = clock.instant();
        Read claimed = new Read(read.checkpoint(), now);
        if (read.at().plus(FRESH).isAfter(now) || !last.compareAndSet(read, claimed)) {
            return read.checkpoint();
        }
        try {
            String checkpoint = consentService
                    .get()
                    .uri("/internal/checkpoint")
                    .accept(MediaType.TEXT_PLAIN)
                    .retrieve()
                    .body(String.class);
            last.set(new Read(checkpoint, now));
            return checkpoint;
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            return read.checkpoint();
        }
    }

    private record Read(@Nullable String checkpoint, Instant at) {}
}
