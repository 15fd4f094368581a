package org.partnerhub.support.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yaml.snakeyaml.Yaml;

class CorrelationFilterTest {

    private static final String GIVEN = "5b0e7f4e-30a7-4c5c-9a9b-8f3f9c2d7a01";

    @ParameterizedTest
    @ValueSource(strings = {"X-Correlation-Id", "X-Request-Id"})
    void aUuidIsKeptAndEchoed(String header) throws Exception {
        assertThat(echoed(header, GIVEN)).isEqualTo(GIVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"case-4711", "9990000018", "Wren Fenwick", "5b0e7f4e-30a7-4c5c-9a9b-8f3f9c2d7a01 9990000018"})
    void whatIsNoUuidCouldCarryAnythingAndIsReplaced(String given) throws Exception {
        assertThat(echoed("X-Correlation-Id", given)).isNotEqualTo(given).matches("[0-9a-f-]{36}");
    }

    @Test
    void withoutAnIdTheHubMakesOne() throws Exception {
        assertThat(echoed("X-Other", "x")).isNull();
        assertThat(answered("X-Other", "x").getHeader("X-Correlation-Id")).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @CsvSource({
        "partner-hub.yaml, parameters, RequestId",
        "partner-hub.yaml, parameters, CorrelationId",
        "partner-hub.yaml, headers, RequestId",
        "partner-hub.yaml, headers, CorrelationId",
        "internal.yaml, parameters, RequestId",
        "internal.yaml, parameters, CorrelationId",
        "internal.yaml, headers, RequestId",
        "internal.yaml, headers, CorrelationId"
    })
    void thePublishedApiPromisesNoMore(String file, String kind, String name) throws Exception {
        try (InputStream document = Objects.requireNonNull(getClass().getResourceAsStream("/openapi/" + file))) {
            Map<?, ?> api = new Yaml().load(document);
            assertThat(in(api, "components", kind, name, "schema"))
                    .isEqualTo(Map.of("type", "string", "format", "uuid"));
        }
    }

    private static Object in(Object document, String... path) {
        Object found = document;
        for (String step : path) {
            found = Objects.requireNonNull(((Map<?, ?>) found).get(step), step);
        }
        return found;
    }

    private static @org.jspecify.annotations.Nullable String echoed(String header, String given) throws Exception {
        return answered(header, given).getHeader(header);
    }

    private static MockHttpServletResponse answered(String header, String given) throws Exception {
        var request = new MockHttpServletRequest("GET", "/consents");
        request.addHeader(header, given);
        var response = new MockHttpServletResponse();
        new CorrelationFilter("consent-service").doFilter(request, response, new MockFilterChain());
        return response;
    }
}
