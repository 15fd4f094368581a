package org.partnerhub.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every client and user of the realm file, at the real server, wherever that runs. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class RealmSuite {

    private static final String CONSOLE = RealmValues.CONSOLE;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final RsaJsonWebKey TRUSTS_KEY = trustsKey();
    private static final HttpServer TRUSTS_KEYS = serving(new JsonWebKeySet(TRUSTS_KEY).toJson());

    /** The realm's address. */
    abstract String issuer();

    /** Where the server finds the trust's keys, if it calls this machine by that name. */
    static String trustsKeysAt(String thisMachine) {
        return "http://" + thisMachine + ":" + TRUSTS_KEYS.getAddress().getPort() + "/keys";
    }

    private static RsaJsonWebKey trustsKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("trust-1");
            key.setUse("sig");
            key.setAlgorithm("PS256");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException("RSA is not there.", impossible);
        }
    }

    private JwtClaims verified(String token) throws Exception {
        return new JwtConsumerBuilder()
                .setExpectedIssuer(issuer())
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(
                        new HttpsJwks(issuer() + "/protocol/openid-connect/certs")))
                .build()
                .processToClaims(token);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cambridgeshire-county-council", "peterborough-city-council", "cambridgeshire-constabulary",
                "fenland-academy", "cpft", "cambridge-university-hospitals"
            })
    void aPartnersTokenSaysWhoItIsAndWhatItMayCall(String partner) throws Exception {
        JwtClaims claims = verified(token(partner, secret(partner)));

        assertThat(claims.getStringClaimValue("partner")).isEqualTo(partner);
        assertThat(claims.getStringClaimValue("azp")).isEqualTo(partner);
        assertThat(claims.getAudience()).containsExactly("partner-hub-api");
        assertThat(scopes(claims)).contains("referral.write", "log.witness").doesNotContain("log.read");
        assertThat(claims.getSubject()).isNotBlank();
        assertThat(claims.hasClaim("roles")).isFalse();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isLessThanOrEqualTo(300);
    }

    @ParameterizedTest
    @CsvSource({
        "referral-service, internal.consents internal.decide internal.directory internal.keys internal.log",
        "consent-service, internal.directory internal.people",
        "notification-service, internal.content internal.decide internal.fhir internal.keys internal.log internal.people",
        "fhir-adapter, internal.keys internal.log internal.stays"
    })
    void aServicesTokenIsGoodInsideAlone(String service, String scopes) throws Exception {
        JwtClaims claims = verified(token(service, secret(service)));

        assertThat(claims.getAudience()).containsExactly("partner-hub-internal");
        assertThat(scopes(claims)).containsExactlyInAnyOrder(scopes.split(" "));
        assertThat(claims.hasClaim("partner")).isFalse();
    }

    @Test
    void onlyTheSchoolsAndHospitalsOwnScopesAreGiven() throws Exception {
        assertThat(scopes(verified(token("fenland-academy", secret("fenland-academy")))))
                .doesNotContain("admission.notify", "admission.read", "fhir.message");
        assertThat(scopes(verified(token("cambridge-university-hospitals", secret("cambridge-university-hospitals")))))
                .contains("admission.notify")
                .doesNotContain("admission.read");
    }

    @Test
    void theRegistrarMakesAPartnersClientThatIsThatPartner() throws Exception {
        assertThat(register("new-school", "referral.write", "mailbox.read").statusCode())
                .isEqualTo(201);

        JwtClaims claims = verified(token("new-school", secret("new-school")));

        assertThat(claims.getStringClaimValue("partner")).isEqualTo("new-school");
        assertThat(claims.getAudience()).containsExactly("partner-hub-api");
        assertThat(scopes(claims)).containsExactlyInAnyOrder("referral.write", "mailbox.read");
        assertThat(register("new-school", "referral.write").statusCode())
                .as("a client that is there is left alone")
                .isEqualTo(400);
    }

    @Test
    void theRegistrarGivesNoStaffsOrServicesScopeAndSeesNoClient() throws Exception {
        assertThat(register("a-service", "internal.decide").statusCode()).isEqualTo(403);
        assertThat(register("an-officer", "log.read").statusCode()).isEqualTo(403);
        String admin = issuer().replace("/realms/", "/admin/realms/");
        for (String address : new String[] {admin + "/clients", admin + "/users", clients() + "/cpft"}) {
            HttpRequest look = HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", "Bearer " + registrarsToken())
                    .build();
            assertThat(HTTP.send(look, BodyHandlers.ofString()).statusCode())
                    .as(address)
                    .isIn(401, 403);
        }
    }

    private String registrarsToken() throws Exception {
        return token("partner-registrar", secret("partner-registrar"));
    }

    private String clients() {
        return issuer() + "/clients-registrations/default";
    }

    private HttpResponse<String> register(String partner, String... scopes) throws Exception {
        Set<String> all = new TreeSet<>(Set.of(scopes));
        all.addAll(Set.of("basic", "audience-partner-hub-api"));
        Map<String, Object> client = Map.of(
                "clientId",
                partner,
                "secret",
                secret(partner),
                "publicClient",
                false,
                "standardFlowEnabled",
                false,
                "directAccessGrantsEnabled",
                false,
                "serviceAccountsEnabled",
                true,
                "fullScopeAllowed",
                false,
                "defaultClientScopes",
                all,
                "protocolMappers",
                List.of(Map.of(
                        "name", "partner",
                        "protocol", "openid-connect",
                        "protocolMapper", "oidc-hardcoded-claim-mapper",
                        "config",
                                Map.of(
                                        "claim.name", "partner",
                                        "claim.value", partner,
                                        "jsonType.label", "String",
                                        "access.token.claim", "true"))));
        HttpRequest request = HttpRequest.newBuilder(URI.create(clients()))
                .header("Authorization", "Bearer " + registrarsToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(client)))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    @Test
    void aWrongSecretGetsNoToken() throws Exception {
        assertThat(askForToken(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "cpft",
                                "client_secret",
                                "${HUB_SECRET_CPFT}"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aPartnerMayProveItselfWithItsOwnKey() throws Exception {
        JwtClaims claims = verified(accessToken(askForToken(withAssertion(TRUSTS_KEY))));

        assertThat(claims.getStringClaimValue("partner")).isEqualTo("cpft");
    }

    @Test
    void aStrangersKeyProvesNothing() throws Exception {
        RsaJsonWebKey stranger = RsaJwkGenerator.generateJwk(2048);
        stranger.setKeyId(TRUSTS_KEY.getKeyId());

        assertThat(askForToken(withAssertion(stranger)).body()).contains("invalid_client");
    }

    @ParameterizedTest
    @CsvSource({
        "officer.adeyemi, governance-officer, decision.explain log.read override.review release.write",
        "officer.brook, governance-officer, decision.explain log.read override.review release.write",
        "approver.chowdhury, governance-approver, decision.explain override.review override.write release.write",
        "operator.davies, operator, ''",
        "operator.ellis, operator, ''"
    })
    void aPersonSignsInWithTheirRoleAndMayDoWhatItIsFor(String user, String role, String mayDo) throws Exception {
        String proof = UUID.randomUUID().toString() + UUID.randomUUID();
        SignIn browser = new SignIn(issuer());
        String code = browser.code(
                browser.ask(asking(Map.of("code_challenge_method", "S256", "code_challenge", sha256(proof)))),
                user,
                user + "-demo");

        JwtClaims claims = verified(accessToken(askForToken(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "console",
                "client_secret",
                secret("console"),
                "code",
                code,
                "redirect_uri",
                CONSOLE + "/login/oauth2/code/hub",
                "code_verifier",
                proof))));

        assertThat(claims.getStringListClaimValue("roles")).contains(role);
        assertThat(claims.getAudience()).containsExactly("partner-hub-api");
        assertThat(claims.getStringClaimValue("preferred_username")).isEqualTo(user);
        assertThat(claims.hasClaim("partner")).isFalse();
        Set<String> forOfficers = new HashSet<>(scopes(claims));
        forOfficers.retainAll(
                Set.of("decision.explain", "log.read", "override.review", "override.write", "release.write"));
        assertThat(String.join(" ", new TreeSet<>(forOfficers))).isEqualTo(mayDo);
    }

    @Test
    @Order(Integer.MAX_VALUE) // from here on this officer's password opens nothing by itself
    void anOfficerWhoSetUpOneTimePasswordsNeedsOneBesideThePassword() throws Exception {
        String officer = "officer.brook";
        Map<String, String> password = Map.of("username", officer, "password", officer + "-demo");
        Map<String, String> request =
                asking(Map.of("code_challenge_method", "S256", "code_challenge", sha256("a proof of possession")));
        Map<String, String> settingUp = new HashMap<>(request);
        settingUp.put("kc_action", "CONFIGURE_TOTP");
        SignIn first = new SignIn(issuer());
        HttpResponse<String> setUp = first.answer(first.ask(settingUp), password);
        OneTimePassword phone = new OneTimePassword(SignIn.hidden(setUp, "totpSecret"));
        HttpResponse<String> done = first.answer(
                setUp, Map.of("totp", phone.now(), "totpSecret", phone.secret(), "userLabel", "An invented telephone"));
        assertThat(SignIn.code(done)).isNotBlank();

        SignIn second = new SignIn(issuer());
        HttpResponse<String> asked = second.answer(second.ask(request), password);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.headers().firstValue("Location")).isEmpty();
        assertThat(asked.body()).contains("name=\"otp\"");
        HttpResponse<String> wrong = second.answer(asked, Map.of("otp", phone.wrong()));
        assertThat(wrong.headers().firstValue("Location")).isEmpty();

        // the next one: each is good once
        assertThat(SignIn.code(second.answer(wrong, Map.of("otp", phone.next()))))
                .isNotBlank();
    }

    @Test
    void signInWithoutProofOfPossessionIsTurnedAway() throws Exception {
        HttpResponse<String> answer = new SignIn(issuer()).ask(asking(Map.of()));

        assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request");
    }

    @Test
    void signInLeadsBackToTheConsoleAlone() throws Exception {
        Map<String, String> elsewhere =
                asking(Map.of("code_challenge_method", "S256", "code_challenge", sha256("proof")));
        elsewhere.put("redirect_uri", "http://localhost:9/elsewhere");

        assertThat(new SignIn(issuer()).ask(elsewhere).statusCode()).isEqualTo(400);
    }

    private static Map<String, String> asking(Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "client_id",
                "console",
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                CONSOLE + "/login/oauth2/code/hub",
                "state",
                "state"));
        parameters.putAll(more);
        return parameters;
    }

    private Map<String, String> withAssertion(RsaJsonWebKey key) throws Exception {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("cpft-by-key");
        claims.setSubject("cpft-by-key");
        claims.setAudience(issuer());
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(1);
        JsonWebSignature assertion = new JsonWebSignature();
        assertion.setAlgorithmHeaderValue("PS256");
        assertion.setKeyIdHeaderValue(key.getKeyId());
        assertion.setKey(key.getPrivateKey());
        assertion.setPayload(claims.toJson());
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                "cpft-by-key",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion.getCompactSerialization());
    }

    private String token(String client, String secret) throws IOException, InterruptedException {
        return accessToken(
                askForToken(Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret)));
    }

    private HttpResponse<String> askForToken(Map<String, String> form) throws IOException, InterruptedException {
        return HTTP.send(SignIn.post(issuer() + "/protocol/openid-connect/token", form), BodyHandlers.ofString());
    }

    private static String accessToken(HttpResponse<String> answer) {
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.statusCode())
                .as(body.path("error_description").asString(""))
                .isEqualTo(200);
        return body.path("access_token").asString();
    }

    private static Set<String> scopes(JwtClaims claims) throws Exception {
        return Set.of(claims.getStringClaimValue("scope").split(" "));
    }

    private static String sha256(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String secret(String client) {
        return RealmValues.secret(client);
    }

    private static HttpServer serving(String json) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(0), 0);
            server.createContext("/keys", exchange -> {
                byte[] body = json.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }
}
