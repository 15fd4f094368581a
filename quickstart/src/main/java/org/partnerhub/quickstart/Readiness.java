package org.partnerhub.quickstart;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Asks a service on its management port whether it is ready. */
final class Readiness {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final HubAddresses addresses;

    Readiness(HubAddresses addresses) {
        this.addresses = addresses;
    }

    void awaitReady(ServiceName service) {
        HttpRequest question = HttpRequest.newBuilder(
                        URI.create(addresses.management(service) + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        Awaitility.await(service.id() + " is ready")
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> http.send(question, BodyHandlers.discarding()).statusCode() == 200);
    }
}
