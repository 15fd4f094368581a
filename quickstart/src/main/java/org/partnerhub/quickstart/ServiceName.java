package org.partnerhub.quickstart;

import java.util.Locale;
import org.partnerhub.consent.ConsentServiceApplication;
import org.partnerhub.console.ConsoleApplication;
import org.partnerhub.fhir.FhirAdapterApplication;
import org.partnerhub.gateway.GatewayApplication;
import org.partnerhub.notification.NotificationServiceApplication;
import org.partnerhub.referral.ReferralServiceApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The hub's services in the order in which they are started: each before those that ask it. */
public enum ServiceName {
    NOTIFICATION_SERVICE(8083, "notification"),
    CONSENT_SERVICE(8082, "consent"),
    REFERRAL_SERVICE(8081, "referral"),
    FHIR_ADAPTER(8084, "fhir"),
    GATEWAY(8080, "gateway"),
    CONSOLE(8085, "console");

    /** A service's management port is this much above its own. */
    static final int MANAGEMENT = 1000;

    private final int port;
    private final String shortName;

    ServiceName(int port, String shortName) {
        this.port = port;
        this.shortName = shortName;
    }

    /** The service's name as it stands in settings, tokens and logs. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int preferredPort() {
        return port;
    }

    /** The last word of {@code hub.services.*}, and the database's name where it has one. */
    String shortName() {
        return shortName;
    }

    boolean hasDatabase() {
        return this != GATEWAY && this != CONSOLE;
    }

    SpringApplicationBuilder application() {
        return switch (this) {
            case NOTIFICATION_SERVICE -> NotificationServiceApplication.application();
            case CONSENT_SERVICE -> ConsentServiceApplication.application();
            case REFERRAL_SERVICE -> ReferralServiceApplication.application();
            case FHIR_ADAPTER -> FhirAdapterApplication.application();
            case GATEWAY -> GatewayApplication.application();
            case CONSOLE -> ConsoleApplication.application();
        };
    }
}
