package org.partnerhub.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.context.ConfigurableApplicationContext;

class ReadinessIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String published = asked(TestIssuer.shared().url() + "/protocol/openid-connect/certs");

    @Test
    void theConsoleIsReadyOnceTheRealmsKeysWereHadAndNotBefore() {
        var realm = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        realm.start();
        realm.stubFor(get("/certs").willReturn(aResponse().withStatus(503)));
        try (ConfigurableApplicationContext console = ConsoleApplication.application()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--hub.keys-url=" + realm.baseUrl() + "/certs",
                        "--hub.service-client.secret=only-for-tests")) {
            String readiness = "http://localhost:"
                    + console.getEnvironment().getRequiredProperty("local.management.port")
                    + "/actuator/health/readiness";
            assertThat(asked(readiness)).contains("DOWN");

            realm.stubFor(get("/certs").willReturn(okJson(published)));
            await().atMost(Duration.ofSeconds(10)).until(() -> asked(readiness).contains("UP"));

            realm.stubFor(get("/certs").willReturn(aResponse().withStatus(503)));
            assertThat(asked(readiness)).contains("UP");
        } finally {
            realm.stop();
        }
    }

    private static String asked(String address) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
