package org.partnerhub.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.support.Http;
import org.partnerhub.support.SupportedService;
import org.partnerhub.testkit.TestIssuer;
import org.springframework.context.ConfigurableApplicationContext;

class ProblemsIT {

    private static final String TOKEN =
            TestIssuer.shared().partner("cpft", "consent.read", "consent.write").signed();

    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SupportedService.start(Map.of("hub.limits.body", "100KB"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aFaultTellsTheCallerNothingButWhatToDo() {
        var answer = get("fault");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .contains("internal-server-error", "correlationId")
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"database-down", "database-lost"})
    void aDatabaseThatIsDownIsAPassingState(String how) {
        var answer = get(how);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).doesNotContain("secret");
    }

    @Test
    void eachFieldThatDoesNotFitIsPointedTo() {
        var answer = post("{\"decision\": \"maybe\", \"surprise\": 1}", "Idempotency-Key", "k");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"pointer\":\"/decision\"", "\"pointer\":\"/surprise\"", "/problems/bad-input")
                .doesNotContain("maybe");
    }

    @Test
    void aMissingHeaderIsNamed() {
        var answer = post("{}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("header-required", "Idempotency-Key");
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherOrNotItsLengthIsSaid() {
        byte[] large = new byte[200_000];
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertThat(post(" ".repeat(200_000)).statusCode()).isEqualTo(413);
        var answer = Http.send("POST", url("/consents"), chunked, "Authorization", "Bearer " + TOKEN);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
    }

    @Test
    void anAnswerThatFailedHalfWayIsCutOffAndNotEndedAsIfItWereWhole() {
        String witness =
                TestIssuer.shared().partner("fenland-academy", "log.witness").signed();

        assertThatThrownBy(() -> Http.get(url("/log/checkpoint"), "Authorization", "Bearer " + witness))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void correlationIdsAreKeptOrMade() {
        var kept = Http.get(
                url("/consents/1"),
                "X-Correlation-Id",
                "0b5f7c1e-1111-4c5c-9a9b-8f3f9c2d7a01",
                "X-Request-Id",
                "0b5f7c1e-2222-4c5c-9a9b-8f3f9c2d7a01");
        var made = Http.get(url("/consents/1"), "X-Correlation-Id", "Invented-Child-2010");

        assertThat(kept.headers().firstValue("X-Correlation-Id")).contains("0b5f7c1e-1111-4c5c-9a9b-8f3f9c2d7a01");
        assertThat(kept.headers().firstValue("X-Request-Id")).contains("0b5f7c1e-2222-4c5c-9a9b-8f3f9c2d7a01");
        assertThat(kept.body()).contains("0b5f7c1e-1111-4c5c-9a9b-8f3f9c2d7a01");
        assertThat(made.headers().firstValue("X-Correlation-Id").orElseThrow()).hasSize(36);
    }

    private static HttpResponse<String> get(String id) {
        return Http.get(url("/consents/" + id), "Authorization", "Bearer " + TOKEN);
    }

    private static HttpResponse<String> post(String body, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + TOKEN;
        return Http.post(url("/consents"), body, all);
    }

    private static String url(String path) {
        return SupportedService.url(service) + path;
    }
}
