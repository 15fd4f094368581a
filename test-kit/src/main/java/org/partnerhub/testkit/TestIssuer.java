package org.partnerhub.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/**
 * Plays Keycloak where a test needs tokens that a real one would never sign. It serves the discovery document and the keys, and gives
 * a service token to any client that asks with client credentials, whatever its secret.
 */
public final class TestIssuer implements AutoCloseable {

    private static final String REALM = "/realms/partner-hub";

    private final HttpServer server;
    private final RsaJsonWebKey key;

    private TestIssuer(HttpServer server, RsaJsonWebKey key) {
        this.server = server;
        this.key = key;
    }

    /** The one that all tests of a JVM share. */
    public static TestIssuer shared() {
        return Shared.ISSUER;
    }

    public static TestIssuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TestIssuer issuer = new TestIssuer(server, newKey());
            server.createContext(REALM + "/.well-known/openid-configuration", json(exchange -> issuer.discovery()));
            server.createContext(REALM + "/protocol/openid-connect/certs", json(exchange -> issuer.keys()));
            server.createContext(REALM + "/protocol/openid-connect/token", json(issuer::serviceToken));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return issuer;
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    /** The value of {@code hub.issuer}. */
    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + REALM;
    }

    /** The setting by which a service finds it, and a secret for its own client. */
    public Map<String, String> settings() {
        return Map.of("hub.issuer", url(), "hub.service-client.secret", "test-only");
    }

    /** A partner's token with these scopes, right in every way until the recipe is changed. */
    public TestToken partner(String partner, String... scopes) {
        return new TestToken(url(), key)
                .claim("azp", partner)
                .subject("service-account-" + partner)
                .audience("partner-hub-api")
                .claim("partner", partner)
                .scopes(scopes);
    }

    /** A sibling service's token with these scopes. */
    public TestToken service(String service, String... scopes) {
        return new TestToken(url(), key)
                .claim("azp", service)
                .subject("service-account-" + service)
                .audience("partner-hub-internal")
                .scopes(scopes);
    }

    /** An officer's token, as the console gets it after sign-in. */
    public TestToken officer(String user, String role, String... scopes) {
        return new TestToken(url(), key)
                .claim("azp", "console")
                .subject(user)
                .claim("preferred_username", user)
                .audience("partner-hub-api")
                .roles(role)
                .scopes(scopes);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private String discovery() {
        return JsonUtil.toJson(Map.of(
                "issuer", url(),
                "jwks_uri", url() + "/protocol/openid-connect/certs",
                "token_endpoint", url() + "/protocol/openid-connect/token",
                "authorization_endpoint", url() + "/protocol/openid-connect/auth",
                "subject_types_supported", new String[] {"public"}));
    }

    private String keys() {
        return new JsonWebKeySet(key).toJson();
    }

    private String serviceToken(HttpExchange exchange) {
        Map<String, String> form = form(exchange);
        String client = clientOf(exchange, form);
        String scopes = form.getOrDefault("scope", EVERY_INTERNAL_SCOPE);
        String token = service(client, scopes.split(" ")).signed();
        return JsonUtil.toJson(
                Map.of("access_token", token, "token_type", "Bearer", "expires_in", 300, "scope", scopes));
    }

    private static final String EVERY_INTERNAL_SCOPE =
            "internal.consents internal.content internal.decide internal.directory internal.fhir internal.keys internal.log"
                    + " internal.people internal.stays";

    private static String clientOf(HttpExchange exchange, Map<String, String> form) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null) {
            return form.getOrDefault("client_id", "unnamed");
        }
        String pair = new String(
                Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8);
        return pair.substring(0, pair.indexOf(':'));
    }

    private static Map<String, String> form(HttpExchange exchange) {
        try {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(body.split("&"))
                    .filter(pair -> pair.contains("="))
                    .map(pair -> pair.split("=", 2))
                    .collect(Collectors.toMap(
                            pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static HttpHandler json(Function<HttpExchange, String> answer) {
        return exchange -> {
            byte[] body = answer.apply(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("test-" + Long.toHexString(System.nanoTime()));
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Started when first used. */
    private static final class Shared {
        static final TestIssuer ISSUER = start();
    }
}
