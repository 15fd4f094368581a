package org.partnerhub.quickstart.partner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a partner's engineer would write: a token from Keycloak by client credentials, and calls through the gateway. */
public final class PartnerClient {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final URI issuer;
    private final String clientId;
    private final String secret;
    private @Nullable String token;
    private Instant tokenEnds = Instant.MIN;

    /**
     * A client of one partner.
     *
     * @param gateway the hub's address, such as {@code http://localhost:8080}
     * @param issuer the Keycloak realm
     */
    public PartnerClient(URI gateway, URI issuer, String clientId, String secret) {
        this.gateway = gateway;
        this.issuer = issuer;
        this.clientId = clientId;
        this.secret = secret;
    }

    /** Reads JSON through the gateway. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Posts JSON through the gateway under a fresh idempotency key. */
    public Answer post(String path, Object body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Posts JSON through the gateway under a given idempotency key: the same key again has no second effect. */
    public Answer post(String path, Object body, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** The partner's id, which is also its client's. */
    public String partner() {
        return clientId;
    }

    /** A current access token. */
    public synchronized String token() {
        if (token == null || Instant.now().isAfter(tokenEnds)) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .timeout(TIMEOUT)
                    .POST(BodyPublishers.ofString(form(Map.of(
                            "grant_type", "client_credentials", "client_id", clientId, "client_secret", secret))))
                    .build();
            Answer answer = exchange(request);
            if (answer.status() != 200) {
                throw new IllegalStateException("Keycloak refused " + clientId + " a token: " + answer.status());
            }
            token = answer.body().path("access_token").asString();
            tokenEnds = Instant.now()
                    .plusSeconds(answer.body().path("expires_in").asLong())
                    .minusSeconds(10);
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token());
    }

    private Answer send(HttpRequest.Builder request) {
        return exchange(request.build());
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), json(response.body()), response);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the hub.", interrupted);
        }
    }

    private static JsonNode json(String body) {
        return body.startsWith("{") || body.startsWith("[") ? JSON.readTree(body) : JSON.nullNode();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /**
     * What the hub answered.
     *
     * @param body JSON null where the answer was not JSON
     */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}
}
