package org.partnerhub.quickstart;

import static org.partnerhub.quickstart.ServiceName.CONSENT_SERVICE;
import static org.partnerhub.quickstart.ServiceName.CONSOLE;
import static org.partnerhub.quickstart.ServiceName.FHIR_ADAPTER;
import static org.partnerhub.quickstart.ServiceName.GATEWAY;
import static org.partnerhub.quickstart.ServiceName.NOTIFICATION_SERVICE;
import static org.partnerhub.quickstart.ServiceName.REFERRAL_SERVICE;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Alone, a service has only its own libraries on its class path; here it has everybody's. This gives each service the
 * auto-configurations that it would have alone.
 */
final class OneClassPath implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final Set<ServiceName> WITH_EVENTS = Set.of(REFERRAL_SERVICE, CONSENT_SERVICE, NOTIFICATION_SERVICE);
    private static final Set<ServiceName> WITH_ROUTES =
            Set.of(REFERRAL_SERVICE, CONSENT_SERVICE, NOTIFICATION_SERVICE, FHIR_ADAPTER);
    private static final Set<ServiceName> WITH_DATABASE =
            Set.of(REFERRAL_SERVICE, CONSENT_SERVICE, NOTIFICATION_SERVICE, FHIR_ADAPTER);

    /** By the beginning of an auto-configuration's name: who has that library. What is not here, all have. */
    private static final Map<String, Set<ServiceName>> LIBRARIES = Map.of(
            "org.springframework.cloud.", Set.of(GATEWAY),
            "org.apache.camel.", WITH_ROUTES,
            "org.springframework.boot.amqp.", WITH_EVENTS,
            "org.springframework.boot.jdbc.", WITH_DATABASE,
            "org.springframework.boot.flyway.", WITH_DATABASE,
            "org.springframework.boot.transaction.", WITH_DATABASE,
            "org.springframework.boot.thymeleaf.", Set.of(CONSOLE),
            "org.springframework.boot.security.oauth2.client.", Set.of(CONSOLE),
            "org.springframework.boot.security.oauth2.server.",
                    Set.of(GATEWAY, REFERRAL_SERVICE, CONSENT_SERVICE, NOTIFICATION_SERVICE, FHIR_ADAPTER));

    private String service = "";

    @Override
    public void setEnvironment(Environment environment) {
        service = environment.getProperty("spring.application.name", "");
    }

    @Override
    public boolean[] match(@Nullable String[] autoConfigurations, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[autoConfigurations.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = isIts(autoConfigurations[i]);
        }
        return kept;
    }

    private boolean isIts(@Nullable String autoConfiguration) {
        return autoConfiguration == null
                || LIBRARIES.entrySet().stream()
                        .filter(library -> autoConfiguration.startsWith(library.getKey()))
                        .allMatch(library -> library.getValue().stream()
                                .anyMatch(it -> it.id().equals(service)));
    }
}
