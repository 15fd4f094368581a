package org.partnerhub.notification.onboarding.outgoing;

import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.notification.onboarding.Onboarding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Makes partners' clients in Keycloak by an account of its own; a secret is made here, given to Keycloak and to the caller, and not kept. */
@Component
class Registrar {

    private static final Logger LOG = LoggerFactory.getLogger(Registrar.class);
    private static final int SECRET_BYTES = 32;

    private final RegistrarSettings settings;
    private final String tokenUrl;
    private final RestClient keycloak;
    private final SecureRandom random = new SecureRandom();

    Registrar(RegistrarSettings settings, @Value("${hub.token-url}") String tokenUrl) {
        this.settings = settings;
        this.tokenUrl = tokenUrl;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(Duration.ofSeconds(10));
        this.keycloak = RestClient.builder().requestFactory(requests).build();
    }

    /** What came of it. */
    sealed interface Result {

        /**
         * The client is there.
         *
         * @param secret absent where the partner proves itself with a key
         */
        record Made(@Nullable String secret) implements Result {
            @Override
            public String toString() {
                return "Made[hidden]";
            }
        }

        /** Keycloak does not take it: a client of that name is there already, or its policies forbid it. */
        record Declined() implements Result {}

        record Unavailable() implements Result {}

        /** There is no account to make it by. */
        record NotSetUp() implements Result {}
    }

    Result make(Onboarding onboarding) {
        String own = settings.secret();
        if (own == null || own.isBlank()) {
            return new Result.NotSetUp();
        }
        String secret = onboarding.keysUrl() == null ? fresh() : null;
        try {
            keycloak.post()
                    .uri(settings.registration(tokenUrl))
                    .headers(it -> it.setBearerAuth(token(own)))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(ClientRequest.of(onboarding, secret))
                    .retrieve()
                    .toBodilessEntity();
            return new Result.Made(secret);
        } catch (HttpClientErrorException refused) {
            LOG.warn(
                    "Keycloak did not take the client of {}: {}",
                    onboarding.partner().id(),
                    refused.getStatusCode());
            return refused.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)
                    ? new Result.Unavailable()
                    : new Result.Declined();
        } catch (RestClientException unanswered) {
            LOG.warn(
                    "Keycloak could not be asked for a client: {}",
                    unanswered.getClass().getSimpleName());
            return new Result.Unavailable();
        }
    }

    private String token(String own) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(Map.of());
        form.add("grant_type", "client_credentials");
        form.add("client_id", settings.id());
        form.add("client_secret", own);
        JsonNode answer = keycloak.post()
                .uri(URI.create(tokenUrl))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(JsonNode.class);
        return answer == null ? "" : answer.path("access_token").asString("");
    }

    private String fresh() {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
