package org.partnerhub.referral.directory.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.partnerhub.contracts.directory.Directory;
import org.partnerhub.contracts.event.EventType;
import org.partnerhub.referral.directory.KnownDirectory;
import org.partnerhub.referral.directory.store.DirectoryCopy;
import org.partnerhub.support.calls.ServiceCalls;
import org.partnerhub.support.events.EventSubscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClientException;

/** Keeps the directory fresh: from the last copy at start, when it changes, and when it has grown old. */
@Configuration(proxyBeanMethods = false)
class DirectoryProjection {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryProjection.class);

    private final ServiceCalls services;
    private final DirectoryCopy copy;
    private final Clock clock;
    private final Duration refresh;
    private final KnownDirectory known = new KnownDirectory();
    private volatile Instant heardAt = Instant.MIN;

    DirectoryProjection(
            ServiceCalls services,
            DirectoryCopy copy,
            Clock clock,
            @Value("${hub.directory.refresh}") Duration refresh) {
        this.services = services;
        this.copy = copy;
        this.clock = clock;
        this.refresh = refresh;
        copy.read().ifPresent(known::heard);
    }

    @Bean
    KnownDirectory knownDirectory() {
        return known;
    }

    @Bean
    EventSubscription partnerChanged() {
        return new EventSubscription(EventType.PARTNER_CHANGED, event -> hear());
    }

    @Scheduled(fixedDelayString = "PT1S")
    void hearWhenOld() {
        if (heardAt.isAfter(clock.instant().minus(refresh))) {
            return;
        }
        try {
            hear();
        } catch (RestClientException | OAuth2AuthorizationException unheard) {
            LOG.info("notification-service does not give the directory now; the last copy stands.");
        }
    }

    private void hear() {
        Directory directory = services.to("notification")
                .get()
                .uri("/internal/directory")
                .retrieve()
                .body(Directory.class);
        if (directory == null) {
            return;
        }
        if (!known.last().filter(directory::equals).isPresent()) {
            copy.keep(directory);
        }
        known.heard(directory);
        heardAt = clock.instant();
    }
}
