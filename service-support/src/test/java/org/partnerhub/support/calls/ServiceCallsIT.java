package org.partnerhub.support.calls;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.partnerhub.support.SupportedService;
import org.partnerhub.support.web.CorrelationFilter;
import org.slf4j.MDC;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

class ServiceCallsIT {

    private static final WireMockServer SIBLING =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private static ConfigurableApplicationContext service;
    private static ServiceCalls calls;

    @BeforeAll
    static void start() {
        SIBLING.start();
        service = SupportedService.start(
                Map.of("hub.services.referral", SIBLING.baseUrl(), "hub.calls.read-timeout", "3s"));
        calls = service.getBean(ServiceCalls.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        SIBLING.stop();
    }

    @BeforeEach
    void answer() {
        SIBLING.resetAll();
        SIBLING.stubFor(any(anyUrl()).willReturn(ok("fine")));
    }

    @Test
    void aCallCarriesTheServicesOwnTokenAndTheCorrelationId() {
        try (var _ = MDC.putCloseable(CorrelationFilter.MDC_KEY, "case-0002")) {
            assertThat(get()).isEqualTo("fine");
            assertThat(get()).isEqualTo("fine");
        }

        var tokens = SIBLING.getAllServeEvents().stream()
                .map(event -> event.getRequest().getHeader("Authorization"))
                .distinct()
                .toList();
        assertThat(tokens).singleElement().asString().startsWith("Bearer ey");
        SIBLING.verify(2, getRequestedFor(anyUrl()).withHeader("X-Correlation-Id", equalTo("case-0002")));
        assertThat(SIBLING.getAllServeEvents().getFirst().getRequest().getHeader("traceparent"))
                .isNotBlank();
    }

    @Test
    void theCallersOwnTokenIsPassedOnWhereAsked() {
        calls.onBehalfOfCaller("referral")
                .get()
                .uri("/x")
                .headers(headers -> headers.setBearerAuth("partners-own"))
                .retrieve()
                .toBodilessEntity();

        SIBLING.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer partners-own")));
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedFor() {
        SIBLING.stubFor(any(anyUrl()).willReturn(ok().withFixedDelay(8_000)));

        assertThatThrownBy(ServiceCallsIT::get).isInstanceOf(ResourceAccessException.class);
    }

    @Test
    void aFailedAnswerIsThrown() {
        SIBLING.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));

        assertThatThrownBy(ServiceCallsIT::get).isInstanceOf(HttpServerErrorException.ServiceUnavailable.class);
    }

    private static String get() {
        return String.valueOf(calls.to("referral").get().uri("/x").retrieve().body(String.class));
    }
}
