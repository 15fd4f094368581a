package org.partnerhub.support.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.partnerhub.support.Http;
import org.partnerhub.support.SupportedService;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.TestToken;
import org.springframework.context.ConfigurableApplicationContext;

class DefaultDenyIT {

    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = SupportedService.start(Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static TestToken school() {
        return ISSUER.partner("fenland-academy", "consent.read");
    }

    static Stream<Arguments> hostileTokens() {
        return Stream.of(
                Arguments.of("expired", school().expired().signed(), 401),
                Arguments.of("no expiry", school().without("exp").signed(), 401),
                Arguments.of("signed by a stranger", school().signedByStranger(), 401),
                Arguments.of("algorithm none", school().unsigned(), 401),
                Arguments.of("HS256 with the public key", school().signedWithPublicKeyAsSecret(), 401),
                Arguments.of("tampered", school().tampered(), 401),
                Arguments.of("no token at all", "nonsense", 401),
                Arguments.of(
                        "other issuer",
                        school().issuer("https://elsewhere.example").signed(),
                        401),
                Arguments.of("no audience", school().without("aud").signed(), 401),
                Arguments.of("foreign audience", school().audience("account").signed(), 401),
                Arguments.of(
                        "inside audience",
                        school().audience("partner-hub-internal").signed(),
                        403),
                Arguments.of("other scope", school().scopes("consent.write").signed(), 403),
                Arguments.of("no scope", school().without("scope").signed(), 403),
                Arguments.of("part of a scope", school().scopes("consent").signed(), 403),
                Arguments.of("no partner", school().without("partner").signed(), 403));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void hostileTokens(String what, String token, int status) {
        var answer = Http.get(url("/consents/1"), "Authorization", "Bearer " + token);

        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("https://partnerhub.example/problems/")
                .doesNotContain("Exception");
    }

    @Test
    void withoutATokenNothingIsAnswered() {
        var answer = Http.get(url("/consents/1"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void aRightTokenIsLetInAndNamesItsPartner() {
        var answer = Http.get(url("/consents/1"), "Authorization", "Bearer " + school().signed());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"partner\":\"fenland-academy\"").contains("consent.read");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/forgotten,404",
        "GET,/,404",
        "GET,/error,404",
        "GET,/actuator/health,404",
        "DELETE,/consents/1,405"
    })
    void whatTheCatalogueDoesNotListIsNotThereWhateverTheToken(String method, String path, int status) {
        var answer = Http.send(
                method,
                url(path),
                java.net.http.HttpRequest.BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + school().signed());

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void insidePathsTakeServiceTokensOnly() {
        String path = url("/internal/decisions");
        String partner = ISSUER.partner("cpft", "internal.decide").signed();
        String sibling = ISSUER.service("referral-service", "internal.decide").signed();

        assertThat(Http.post(path, "", "Authorization", "Bearer " + partner).statusCode())
                .isEqualTo(403);
        assertThat(Http.post(path, "", "Authorization", "Bearer " + sibling).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOfficerIsLetInWhereTheTenancyRuleNamesOfficers() {
        String officer = ISSUER.officer("officer.adeyemi", "governance-officer", "log.read", "consent.read")
                .signed();

        assertThat(Http.post(url("/log/searches"), "", "Authorization", "Bearer " + officer)
                        .statusCode())
                .isEqualTo(200);
        assertThat(Http.get(url("/consents/1"), "Authorization", "Bearer " + officer)
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health,200",
        "/actuator/health/readiness,200",
        "/actuator/health/liveness,200",
        "/actuator/info,200",
        "/actuator/prometheus,200",
        "/actuator,401",
        "/actuator/env,404",
        "/actuator/heapdump,404",
        "/actuator/loggers,404",
        "/consents/1,401",
        "/forgotten,404"
    })
    void theManagementPortShowsHealthInfoAndMetricsAlone(String path, int status) {
        assertThat(Http.get(SupportedService.managementUrl(service) + path).statusCode())
                .isEqualTo(status);
    }

    private static String url(String path) {
        return SupportedService.url(service) + path;
    }
}
