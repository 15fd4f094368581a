package org.partnerhub.console;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.github.tomakehurst.wiremock.http.Fault;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class ConsoleLogIT extends RunningConsole {

    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";

    private final String correlation = UUID.randomUUID().toString();

    @Test
    void aLineIsJsonAndWhatLooksPersonalInItIsMasked(CapturedOutput output) {
        LoggerFactory.getLogger("org.partnerhub.console.SomebodyForgot")
                .warn("Looked for 9990000018", new IllegalStateException("born 2011-03-04"));

        JsonNode line = lineWith(output, "SomebodyForgot");
        assertThat(line.path("message").asString()).isEqualTo("Looked for [number]");
        assertThat(line.path("stack_trace").asString())
                .contains("IllegalStateException")
                .doesNotContain("2011-03-04");
    }

    @Test
    void oneCorrelationIdIsOnTheAnswerOnTheCallToTheServiceAndInTheLog(CapturedOutput output) {
        CONSENT.stubFor(post("/log/searches").willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        assertThat(search()).hasStatus(503).hasHeader("X-Correlation-Id", correlation);

        CONSENT.verify(
                postRequestedFor(urlEqualTo("/log/searches")).withHeader("X-Correlation-Id", equalTo(correlation)));
        JsonNode line = lineWith(output, "consent-service could not be asked");
        assertThat(line.path("correlationId").asString()).isEqualTo(correlation);
        assertThat(line.path("service").asString()).isEqualTo("console");
        assertThat(output.getOut()).doesNotContain(PERSON, TOKEN, "request 17");
    }

    private static JsonNode lineWith(CapturedOutput output, String text) {
        return output.getOut()
                .lines()
                .filter(line -> line.contains(text))
                .map(line -> JsonMapper.shared().readTree(line))
                .findFirst()
                .orElseThrow();
    }

    private MvcTestResult search() {
        return browser.post()
                .uri("/log/searches")
                .header("X-Correlation-Id", correlation)
                .param("kind", "person")
                .param("subject", PERSON)
                .param("reason", "request 17")
                .with(signedIn("governance-officer"))
                .with(officersToken())
                .with(csrf())
                .exchange();
    }
}
