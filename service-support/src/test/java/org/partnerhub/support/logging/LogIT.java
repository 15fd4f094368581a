package org.partnerhub.support.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.partnerhub.support.Http;
import org.partnerhub.support.SupportedService;
import org.partnerhub.testkit.TestIssuer;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service that imports support/service.yml writes to its console. */
@ExtendWith(OutputCaptureExtension.class)
class LogIT {

    private static final String TOKEN =
            TestIssuer.shared().partner("cpft", "consent.read").signed();

    @Test
    void aLineIsJsonWithTheRequestsIdsAndNothingPersonal(CapturedOutput output) {
        String correlation = UUID.randomUUID().toString();
        String request = UUID.randomUUID().toString();
        try (var service = SupportedService.start(Map.of())) {
            Http.get(
                    SupportedService.url(service) + "/consents/fault",
                    "Authorization",
                    "Bearer " + TOKEN,
                    "X-Correlation-Id",
                    correlation,
                    "X-Request-Id",
                    request);
            LoggerFactory.getLogger("org.partnerhub.SomebodyForgot")
                    .warn(
                            "Looked for {} of {}",
                            "9990000018",
                            "PE15 8ZZ",
                            new IllegalStateException("born 2011-03-04, " + TOKEN));
        }

        JsonNode failed = lineWith(output, "A request failed");
        assertThat(failed.path("correlationId").asString()).isEqualTo(correlation);
        assertThat(failed.path("requestId").asString()).isEqualTo(request);
        assertThat(failed.path("service").asString()).isEqualTo("consent-service");
        assertThat(failed.path("traceId").asString()).isNotBlank();
        JsonNode careless = lineWith(output, "SomebodyForgot");
        assertThat(careless.path("message").asString()).isEqualTo("Looked for [number] of [postcode]");
        assertThat(careless.path("stack_trace").asString()).contains("IllegalStateException", "born [date], [token]");
        assertThat(output.getOut()).doesNotContain("secret of the program", TOKEN);
    }

    private static JsonNode lineWith(CapturedOutput output, String text) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(text))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElseThrow();
    }
}
