package org.partnerhub.fhir.sibling.outgoing;

import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.support.calls.ServiceCalls;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a sibling under the caller's own token, so that nobody gains a right by speaking FHIR; refusals come as BaRS words them. */
@Component
public class CallerCalls {

    private static final JsonMapper JSON = new JsonMapper();

    private final ServiceCalls calls;

    CallerCalls(ServiceCalls calls) {
        this.calls = calls;
    }

    /**
     * What the sibling answers.
     *
     * @param service such as {@code referral}
     * @param token the caller's Authorization header
     * @throws MessageRefused where it refuses or does not answer
     */
    public JsonNode get(String service, String uri, Map<String, ?> variables, String token) {
        RestClient client = calls.onBehalfOfCaller(service);
        return answer(() -> client.get()
                .uri(uri, variables)
                .header(HttpHeaders.AUTHORIZATION, token)
                .retrieve()
                .body(String.class));
    }

    /**
     * What the sibling answers to a body.
     *
     * @param key an Idempotency-Key, where the sibling asks for one
     * @throws MessageRefused where it refuses or does not answer
     */
    public JsonNode post(String service, String path, Map<String, ?> body, String token, @Nullable String key) {
        RestClient client = calls.onBehalfOfCaller(service);
        return answer(() -> client.post()
                .uri(path)
                .headers(headers -> {
                    headers.set(HttpHeaders.AUTHORIZATION, token);
                    if (key != null) {
                        headers.set("Idempotency-Key", key);
                    }
                })
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(body))
                .retrieve()
                .body(String.class));
    }

    private static JsonNode answer(Supplier<@Nullable String> call) {
        try {
            String answer = call.get();
            return answer == null ? JSON.nullNode() : JSON.readTree(answer);
        } catch (RestClientResponseException refused) {
            throw translated(refused);
        } catch (ResourceAccessException absent) {
            throw absent.getCause() instanceof HttpTimeoutException
                    ? new MessageRefused(408, "REC_TIMEOUT", "timeout", "Send the same again.")
                    : unavailable();
        }
    }

    private static MessageRefused unavailable() {
        return new MessageRefused(503, "REC_SERVICE_UNAVAILABLE", "transient", "Send the same again in a few seconds.");
    }

    private static MessageRefused translated(RestClientResponseException refused) {
        return switch (refused.getStatusCode().value()) {
            case 400 -> MessageRefused.invalid(words(refused));
            case 401, 403 -> new MessageRefused(403, "SEND_FORBIDDEN", "forbidden", words(refused));
            case 404 -> MessageRefused.noSuchResource();
            case 409 -> MessageRefused.conflict(words(refused));
            case 413 -> new MessageRefused(413, "REC_BAD_REQUEST", "too-long", words(refused));
            case 422 -> new MessageRefused(422, "REC_UNPROCESSABLE_ENTITY", "business-rule", words(refused));
            case 429 -> new MessageRefused(429, "SEND_TOO_MANY_REQUESTS", "throttled", "Send the same later.");
            default -> unavailable();
        };
    }

    /** The sibling's own sentence and pointers, which hold no value that was sent. */
    private static String words(RestClientResponseException refused) {
        try {
            JsonNode problem = JSON.readTree(refused.getResponseBodyAsString());
            StringBuilder words = new StringBuilder(problem.path("detail").asString("Correct the resource."));
            for (JsonNode error : problem.path("errors")) {
                words.append(' ')
                        .append(error.path("pointer").asString(""))
                        .append(": ")
                        .append(error.path("detail").asString(""));
            }
            return words.toString();
        } catch (JacksonException unreadable) {
            return "Correct the resource.";
        }
    }
}
