package org.partnerhub.notification.delivery.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.directory.AgreementsInForce;
import org.partnerhub.contracts.directory.AgreementsInForce.InForce;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** With whom an agreement is in force, as consent-service says; asked for every few seconds at most. For operators to see, never to decide by. */
@Component
public class KnownAgreements {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final RestClient consentService;
    private final Clock clock;

    private volatile @Nullable Read last;

    KnownAgreements(ServiceCalls calls, Clock clock) {
        consentService = calls.to("consent");
        this.clock = clock;
    }

    /** Each partner with the last day of its agreement; nothing where consent-service does not answer. */
    public Optional<Map<PartnerId, LocalDate>> inForce() {
        Read read = last;
        Instant now = clock.instant();
        if (read == null || read.at().plus(FRESH).isBefore(now)) {
            read = new Read(asked(), now);
            last = read;
        }
        return read.inForce();
    }

    private Optional<Map<PartnerId, LocalDate>> asked() {
        try {
            return Optional.ofNullable(consentService
                            .get()
                            .uri("/internal/agreements/in-force")
                            .retrieve()
                            .body(AgreementsInForce.class))
                    .map(it -> it.items().stream().collect(Collectors.toMap(InForce::partner, InForce::until)));
        } catch (RestClientException | OAuth2AuthorizationException unanswered) {
            return Optional.empty();
        }
    }

    private record Read(Optional<Map<PartnerId, LocalDate>> inForce, Instant at) {}
}
