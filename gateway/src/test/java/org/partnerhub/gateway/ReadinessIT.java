package org.partnerhub.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.context.ConfigurableApplicationContext;

class ReadinessIT {

    private static final TestIssuer ISSUER = TestIssuer.shared();

    @Test
    void theGatewayIsReadyOnceItCanCheckTokensAndNotBefore() {
        var realm = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        realm.start();
        realm.stubFor(get("/certs").willReturn(aResponse().withStatus(503)));
        String published =
                Http.get(ISSUER.url() + "/protocol/openid-connect/certs").body();
        try (ConfigurableApplicationContext gateway = GatewayApplication.application()
                .run(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--hub.issuer=" + ISSUER.url(),
                        "--hub.keys-url=" + realm.baseUrl() + "/certs",
                        "--hub.service-client.secret=only-for-tests")) {
            String readiness = "http://localhost:"
                    + gateway.getEnvironment().getRequiredProperty("local.management.port")
                    + "/actuator/health/readiness";
            assertThat(Http.get(readiness).statusCode()).isEqualTo(503);

            realm.stubFor(get("/certs").willReturn(okJson(published)));
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> Http.get(readiness).statusCode() == 200);

            realm.stop();
            assertThat(Http.get(readiness).statusCode()).isEqualTo(200);
        } finally {
            realm.stop();
        }
    }
}
