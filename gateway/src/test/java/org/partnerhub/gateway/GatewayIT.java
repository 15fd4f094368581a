package org.partnerhub.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.testkit.TestIssuer;
import org.partnerhub.testkit.TestToken;
import org.springframework.context.ConfigurableApplicationContext;

class GatewayIT {

    private static final TestIssuer ISSUER = TestIssuer.shared();
    private static final WireMockServer REFERRALS = upstream();
    private static final WireMockServer CONSOLE = upstream();
    private static ConfigurableApplicationContext gateway;

    @BeforeAll
    static void start() throws Exception {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--hub.public-url=https://hub.example",
                "--hub.services.referral=" + REFERRALS.baseUrl(),
                "--hub.services.console=" + CONSOLE.baseUrl(),
                "--hub.services.fhir=http://localhost:" + nobodysPort(),
                "--hub.services.notification=http://localhost:" + nobodysPort(),
                "--hub.upstream.read-timeout=500ms",
                "--hub.limits.body=50KB",
                "--hub.limits.partner-requests-per-second=1",
                "--hub.limits.partner-burst=20"));
        ISSUER.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        gateway = GatewayApplication.application().run(settings.toArray(String[]::new));
    }

    private static WireMockServer upstream() {
        var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
        server.start();
        return server;
    }

    private static int nobodysPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        gateway.close();
        REFERRALS.stop();
        CONSOLE.stop();
    }

    @BeforeEach
    void answer() {
        REFERRALS.resetAll();
        CONSOLE.resetAll();
        REFERRALS.stubFor(any(anyUrl())
                .willReturn(okJson("{\"state\": \"received\"}")
                        .withStatus(201)
                        .withHeader("Location", "/referrals/1")
                        .withHeader("Server", "secret/1.0")
                        .withHeader("X-Correlation-Id", "from-behind")));
        CONSOLE.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("<h1>Console</h1>")));
    }

    /** Each test is a partner of its own, so that one test's rate is not another's. */
    private TestToken partner(String name) {
        return ISSUER.partner(name, "referral.write", "referral.read", "mailbox.read", "fhir.message");
    }

    @Test
    void aRequestGoesToTheOwnerOfItsPathWithTheCallersToken() {
        String token = partner("fenland-academy").signed();

        var answer = post("/referrals", "{\"reason\": \"x\"}", token, "Idempotency-Key", "k1");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"state\": \"received\"}");
        assertThat(answer.headers().firstValue("Location")).contains("/referrals/1");
        REFERRALS.verify(postRequestedFor(urlEqualTo("/referrals"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .withHeader("Idempotency-Key", equalTo("k1"))
                .withRequestBody(equalTo("{\"reason\": \"x\"}")));
    }

    static Stream<Arguments> badTokens() {
        TestToken school = ISSUER.partner("fenland-academy", "referral.read");
        return Stream.of(
                Arguments.of("expired", school.expired().signed(), 401),
                Arguments.of(
                        "none",
                        ISSUER.partner("fenland-academy", "referral.read").unsigned(),
                        401),
                Arguments.of(
                        "HS256",
                        ISSUER.partner("fenland-academy", "referral.read").signedWithPublicKeyAsSecret(),
                        401),
                Arguments.of(
                        "stranger",
                        ISSUER.partner("fenland-academy", "referral.read").signedByStranger(),
                        401),
                Arguments.of(
                        "wrong audience",
                        ISSUER.partner("fenland-academy", "referral.read")
                                .audience("account")
                                .signed(),
                        401),
                Arguments.of(
                        "a service",
                        ISSUER.service("consent-service", "referral.read").signed(),
                        403),
                Arguments.of(
                        "wrong scope",
                        ISSUER.partner("fenland-academy", "consent.read").signed(),
                        403));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void badTokens(String what, String token, int status) {
        var answer = get("/referrals", token);

        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        REFERRALS.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void withoutATokenThereIsNoAnswer() {
        assertThat(Http.get(url("/referrals")).statusCode()).isEqualTo(401);
        REFERRALS.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/decisions",
                "/internal/content",
                "/Internal/content",
                "/internal",
                "/nowhere",
                "/actuator/health",
                "/referrals/1/internal",
                "/consoles",
                "/"
            })
    void whatIsNotOutsideIsNotThere(String path) {
        String token = ISSUER.service("referral-service", "internal.decide")
                .audience("partner-hub-internal", "partner-hub-api")
                .signed();

        var answer = get(path, token);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/referrals/%2e%2e/internal/content",
                "/referrals//1",
                "/referrals/1;x=1",
                "/console/%2e%2e/internal"
            })
    void cunningPathsAreRefused(String path) {
        var answer = get(path, partner("cunning").signed());

        assertThat(answer.statusCode()).isIn(400, 404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        REFERRALS.verify(0, getRequestedFor(anyUrl()));
        CONSOLE.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void nobodyClaimsToBeSomebodyOrSomewhereElseByAHeader() {
        post(
                "/referrals",
                "{}",
                partner("spoofer").signed(),
                "Hub-Permit",
                "forged",
                "X-Forwarded-For",
                "10.0.0.1",
                "X-Forwarded-Host",
                "evil.example",
                "Forwarded",
                "host=evil.example",
                "Cookie",
                "session=1",
                "X-Partner",
                "cpft");

        var seen = REFERRALS.getAllServeEvents().getFirst().getRequest().getHeaders();
        assertThat(seen.keys())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-forwarded"))
                .doesNotContain("Hub-Permit", "Forwarded", "Cookie", "X-Partner");
    }

    @Test
    void correlationIdsGoThroughAndComeBackOnce() {
        var answer = get(
                "/referrals/1",
                partner("correlated").signed(),
                "X-Correlation-Id",
                "0b5f7c1e-1111-4c5c-9a9b-8f3f9c2d7a01",
                "X-Request-Id",
                "0b5f7c1e-2222-4c5c-9a9b-8f3f9c2d7a01");

        assertThat(answer.headers().allValues("X-Correlation-Id"))
                .containsExactly("0b5f7c1e-1111-4c5c-9a9b-8f3f9c2d7a01");
        assertThat(answer.headers().allValues("X-Request-Id")).containsExactly("0b5f7c1e-2222-4c5c-9a9b-8f3f9c2d7a01");
        REFERRALS.verify(getRequestedFor(urlEqualTo("/referrals/1"))
                .withHeader("X-Correlation-Id", equalTo("0b5f7c1e-1111-4c5c-9a9b-8f3f9c2d7a01"))
                .withHeader("X-Request-Id", equalTo("0b5f7c1e-2222-4c5c-9a9b-8f3f9c2d7a01")));
    }

    @Test
    void aTraceGoesThrough() {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        get("/referrals/1", partner("traced").signed(), "traceparent", "00-" + trace + "-b7ad6b7169203331-01");

        var seen = REFERRALS.getAllServeEvents().getFirst().getRequest().header("traceparent");
        assertThat(seen.values()).singleElement().asString().contains(trace);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhetherOrNotItsLengthIsSaid() {
        String token = partner("verbose").signed();
        byte[] large = new byte[60_000];
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));

        assertThat(post("/referrals", "x".repeat(60_000), token).statusCode()).isEqualTo(413);
        assertThat(Http.send("POST", url("/referrals"), chunked, "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(413);
        REFERRALS.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aChunkedBodyWithinTheLimitArrivesWhole() {
        var chunked = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream("{\"a\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        var answer = Http.send(
                "POST",
                url("/referrals"),
                chunked,
                "Authorization",
                "Bearer " + partner("chunky").signed());

        assertThat(answer.statusCode()).isEqualTo(201);
        REFERRALS.verify(postRequestedFor(urlEqualTo("/referrals")).withRequestBody(equalTo("{\"a\":1}")));
    }

    @Test
    void aFileMayBeTenMegabytesOnItsOwnPathAlone() {
        String token = partner("cambridge-university-hospitals").signed();
        String more = "x".repeat(300_000);
        String most = "x".repeat(10 * 1024 * 1024);
        String files = "/people/2f1c1a7e-59f0-4a2e-8f4c-1d1b3f6f9a10/attachments?category=plan";
        String words = "/people/2f1c1a7e-59f0-4a2e-8f4c-1d1b3f6f9a10/contributions";

        post(files, more, token, "Content-Disposition", "attachment; filename=plan.pdf");

        // a busy machine may answer too late for this test's short limit; that it goes on is what counts
        await().untilAsserted(() -> REFERRALS.verify(postRequestedFor(urlEqualTo(files))
                .withHeader("Content-Disposition", equalTo("attachment; filename=plan.pdf"))
                .withRequestBody(equalTo(more))));
        assertThat(post(files, most, token).statusCode()).isNotEqualTo(413);
        assertThat(post(files, most + "x", token).statusCode()).isEqualTo(413);
        assertThat(post(words, more, token).statusCode()).isEqualTo(413);
    }

    @Test
    void aPartnerThatSendsTooMuchIsToldWhenToComeAgainAndNobodyElseNotices() {
        String greedy = partner("greedy").signed();
        List<Integer> statuses = new ArrayList<>();
        HttpResponse<String> last = get("/referrals/1", greedy);
        for (int i = 0; i < 30 && last.statusCode() != 429; i++) {
            last = get("/referrals/1", greedy);
            statuses.add(last.statusCode());
        }

        assertThat(statuses).contains(429);
        assertThat(last.headers().firstValue("Retry-After"))
                .hasValueSatisfying(
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 2));
        assertThat(last.body()).contains("/problems/too-many-requests");
        assertThat(get("/referrals/1", partner("modest").signed()).statusCode()).isEqualTo(201);
    }

    @Test
    void aServiceThatIsDownIsAPassingState() {
        var answer = get("/mailbox", partner("patient").signed());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.body()).contains("/problems/temporarily-unavailable", "Nothing was done");
    }

    @Test
    void aServiceThatDoesNotAnswerInTimeLeavesTheOutcomeOpen() {
        REFERRALS.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlEqualTo("/referrals"))
                .willReturn(aResponse().withFixedDelay(3_000)));

        var answer = post("/referrals", "{}", partner("waiting").signed());

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(answer.body()).contains("/problems/no-answer-in-time", "Idempotency-Key");
    }

    @Test
    void problemsFromBehindComeThroughAsTheyAre() {
        REFERRALS.stubFor(com.github.tomakehurst.wiremock.client.WireMock.post(urlEqualTo("/referrals"))
                .willReturn(aResponse()
                        .withStatus(422)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"status\":422}")));

        var answer = post("/referrals", "{}", partner("mistaken").signed());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).isEqualTo("{\"status\":422}");
    }

    @Test
    void aFhirCallerIsRefusedWithAnOperationOutcomeInTheFormItAskedFor() {
        HttpResponse<String> json = Http.post(url("/fhir/R4/$process-message"), "{}");
        HttpResponse<String> xml = Http.get(url("/fhir/R4/no-such-thing"), "Accept", "application/fhir+xml");

        assertThat(json.statusCode()).isEqualTo(401);
        assertThat(json.headers().firstValue("Content-Type")).hasValue("application/fhir+json;charset=utf-8");
        assertThat(json.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(json.body()).contains("\"OperationOutcome\"", "SEND_UNAUTHORIZED", "access token");
        assertThat(xml.statusCode()).isEqualTo(404);
        assertThat(xml.body())
                .contains("<OperationOutcome xmlns=\"http://hl7.org/fhir\">", "<code value=\"PROXY_NOT_FOUND\"/>");
    }

    @Test
    void aFhirAdapterThatIsDownIsAnOperationOutcomeToo() {
        HttpResponse<String> answer = get("/fhir/R4/metadata", partner("trust").signed());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("PROXY_UNAVAILABLE");
    }

    @Test
    void theConsoleIsReachedWithoutATokenAndLearnsItsAddressFromTheSettings() {
        var answer = Http.get(
                url("/console/log"),
                "Cookie",
                "SESSION=1",
                "Authorization",
                "Bearer x",
                "X-Forwarded-Host",
                "evil.example");

        assertThat(answer.statusCode()).isEqualTo(200);
        CONSOLE.verify(getRequestedFor(urlEqualTo("/console/log"))
                .withHeader("Cookie", equalTo("SESSION=1"))
                .withHeader("X-Forwarded-Host", equalTo("hub.example"))
                .withHeader("X-Forwarded-Proto", equalTo("https"))
                .withoutHeader("Authorization"));
    }

    @Test
    void aFormOfTheConsoleArrivesAsItWasSent() {
        Http.send(
                "POST",
                url("/console/log"),
                BodyPublishers.ofString("person=1&reason=audit"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        CONSOLE.verify(postRequestedFor(urlEqualTo("/console/log")).withRequestBody(equalTo("person=1&reason=audit")));
    }

    @Test
    void answersCarrySecurityHeadersAndNothingAboutWhatRunsBehind() {
        var answer = get("/referrals/1", partner("careful").signed());

        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(answer.headers().allValues("Cache-Control"))
                .singleElement()
                .asString()
                .contains("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void theApiIsThereToBeReadAndTried() {
        var page = Http.get(url("/docs/"));
        var api = Http.get(url("/docs/openapi/partner-hub.yaml"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.body()).contains("swagger-ui-bundle.js");
        assertThat(api.body())
                .contains("tokenUrl: \"/docs/token\"", "/referrals")
                .doesNotContain("externalValue");
        for (String file : List.of(
                "/docs/page.js",
                "/docs/page.css",
                "/docs/swagger-ui/swagger-ui-bundle.js",
                "/docs/swagger-ui/swagger-ui.css",
                "/docs/schema/referral.json",
                "/docs/examples/referral.json",
                "/docs/asyncapi/hub-events.yaml")) {
            assertThat(Http.get(url(file)).statusCode()).as(file).isEqualTo(200);
        }
        for (String secret :
                List.of("/docs/openapi/internal.yaml", "/docs/gateway.yml", "/docs/schema/..%2fgateway.yml")) {
            assertThat(Http.get(url(secret)).statusCode()).as(secret).isIn(400, 404);
        }
    }

    @Test
    void theDocumentationGetsItsTokensThroughTheSameOrigin() {
        var answer = Http.send(
                "POST",
                url("/docs/token"),
                BodyPublishers.ofString("grant_type=client_credentials&client_id=cpft&client_secret=x"),
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("access_token");
    }

    @Test
    void itSaysWhetherItIsReadyOnItsManagementPort() {
        String management = "http://localhost:" + gateway.getEnvironment().getRequiredProperty("local.management.port");

        assertThat(Http.get(management + "/actuator/health/readiness").statusCode())
                .isEqualTo(200);
        assertThat(Http.get(management + "/actuator/prometheus").body()).contains("http_server_requests");
        assertThat(Http.get(management + "/actuator/env").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> get(String path, String token, String... headers) {
        return Http.get(url(path), with(token, headers));
    }

    private static HttpResponse<String> post(String path, String body, String token, String... headers) {
        return Http.post(url(path), body, with(token, headers));
    }

    private static String[] with(String token, String... headers) {
        return Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
                .toArray(String[]::new);
    }

    private static String url(String path) {
        return "http://localhost:" + gateway.getEnvironment().getRequiredProperty("local.server.port") + path;
    }
}
