package org.partnerhub.quickstart.partner.cpft;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.hl7.fhir.r4.model.Bundle;
import org.partnerhub.quickstart.partner.PartnerClient;

/** Posts messages to the hub's FHIR door, through the gateway and with the trust's own token. */
final class HubDoor {

    private static final String TARGET = Base64.getEncoder()
            .encodeToString(("{\"system\":\"" + Names.PARTNER + "\",\"value\":\"partner-hub\"}")
                    .getBytes(StandardCharsets.UTF_8));

    private final HttpClient http = HttpClient.newHttpClient();
    private final FhirContext fhir;
    private final URI gateway;
    private final PartnerClient client;

    HubDoor(FhirContext fhir, URI gateway, PartnerClient client) {
        this.fhir = fhir;
        this.gateway = gateway;
        this.client = client;
    }

    HttpResponse<String> send(Bundle message) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + "/fhir/R4/$process-message"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + client.token())
                .header("Content-Type", "application/fhir+json")
                .header("Accept", "application/fhir+json; version=1.4.0")
                .header("NHSD-Target-Identifier", TARGET)
                .header("X-Request-Id", UUID.randomUUID().toString())
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(fhir.newJsonParser().encodeResourceToString(message)))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the hub.", interrupted);
        }
    }
}
