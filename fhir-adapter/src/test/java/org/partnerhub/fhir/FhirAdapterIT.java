package org.partnerhub.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.BeforeEach;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.fhir.message.Target;
import org.partnerhub.testkit.TestDatabase;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service with a real database, real tokens and a real HAPI server as the partner; siblings are played by WireMock. */
@SpringBootTest(
        classes = FhirAdapterApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=fhir-adapter",
            "management.server.port=0",
            "hub.outgoing.allow-private-addresses=true"
        })
abstract class FhirAdapterIT {

    static final JsonMapper JSON = new JsonMapper();
    static final Permits PERMITS = new Permits();
    static final WireMockServer SIBLINGS = new WireMockServer(options().dynamicPort());
    static final HapiPartner PARTNER = partner();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry settings) {
        SIBLINGS.start();
        TestDatabase.fresh("fhir").settings().forEach((name, value) -> settings.add(name, () -> value));
        TestIssuer.shared().settings().forEach((name, value) -> settings.add(name, () -> value));
        settings.add("hub.services.consent", SIBLINGS::baseUrl);
        settings.add("hub.services.referral", SIBLINGS::baseUrl);
        settings.add("hub.services.notification", SIBLINGS::baseUrl);
        Mllp.settings().forEach((name, value) -> settings.add(name, () -> value));
    }

    @BeforeEach
    void freshSiblings() {
        SIBLINGS.resetAll();
        SIBLINGS.stubFor(get("/internal/permit-keys").willReturn(okJson(PERMITS.keySet())));
        PARTNER.forget();
    }

    /** What notification-service does. */
    HttpResponse<String> send(Disclosure disclosure, String permit, URI endpoint) {
        return call(request("/internal/fhir/messages")
                .header("Authorization", "Bearer " + serviceToken())
                .header("Content-Type", "application/json")
                .header("Hub-Permit", permit)
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(Map.of(
                        "recipient", disclosure.recipient().value(),
                        "endpoint", endpoint.toString(),
                        "disclosure", disclosure)))));
    }

    JsonNode sent(Disclosure disclosure) {
        return JSON.readTree(
                send(disclosure, PERMITS.of(disclosure), PARTNER.base()).body());
    }

    /** A BaRS message from CPFT with every header right. */
    HttpRequest.Builder fromCpft(String body, String contentType) {
        return request("/fhir/R4/$process-message")
                .header("Authorization", "Bearer " + partnerToken())
                .header("Content-Type", contentType)
                .header("X-Request-Id", UUID.randomUUID().toString())
                .header("X-Correlation-Id", UUID.randomUUID().toString())
                .header("NHSD-Target-Identifier", target(Target.HUB))
                .POST(BodyPublishers.ofString(body));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    static String partnerToken() {
        return TestIssuer.shared()
                .partner("cpft", "fhir.message", "referral.write")
                .signed();
    }

    static String serviceToken() {
        return TestIssuer.shared()
                .service("notification-service", "internal.fhir")
                .signed();
    }

    static String target(Target target) {
        return Base64.getEncoder()
                .encodeToString(JSON.writeValueAsBytes(Map.of("system", target.system(), "value", target.value())));
    }

    static HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static HapiPartner partner() {
        try {
            return new HapiPartner();
        } catch (IOException | LifecycleException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
