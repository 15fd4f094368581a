package org.partnerhub.fhir.reception.http;

import java.net.http.HttpTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.fhir.message.IncomingMessage;
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

/** Passes on to referral-service, under the partner's own token: this service vouches for nobody. */
@Component
class Referrals {

    private static final JsonMapper JSON = new JsonMapper();

    private final RestClient referrals;

    Referrals(ServiceCalls calls) {
        referrals = calls.onBehalfOfCaller("referral");
    }

    void answer(ReferralId referral, RecipientId recipient, IncomingMessage.Answer answer, String token) {
        Map<String, Object> body = new HashMap<>();
        body.put("recipient", recipient.value());
        body.put("state", answer.state());
        put(body, "reason", answer.reason());
        put(body, "betterPlace", answer.betterPlace());
        put(body, "outcome", answer.outcome());
        put(body, "message", answer.words());
        body.putAll(answer.unplaced());
        post("/referrals/" + referral + "/responses", body, token, null);
    }

    ReferralId send(IncomingMessage.NewReferral referral, UUID request, String token) {
        JsonNode taken = post("/referrals", referral.referral(), token, request.toString());
        return ReferralId.of(taken.path("id").asString());
    }

    void update(ReferralId referral, IncomingMessage.Update update, UUID request, String token) {
        post("/referrals/" + referral + "/updates", update.update(), token, request.toString());
    }

    void cancel(ReferralId referral, IncomingMessage.Cancellation cancellation, String token) {
        Map<String, Object> body =
                Map.of("reason", cancellation.reason(), "enteredInError", cancellation.enteredInError());
        post("/referrals/" + referral + "/cancellation", body, token, null);
    }

    private JsonNode post(String path, Map<String, Object> body, String token, @Nullable String key) {
        try {
            String answer = referrals
                    .post()
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
                    .body(String.class);
            return answer == null ? JSON.nullNode() : JSON.readTree(answer);
        } catch (RestClientResponseException refused) {
            throw translated(refused);
        } catch (ResourceAccessException absent) {
            throw absent(absent);
        }
    }

    private static void put(Map<String, Object> body, String name, @Nullable String value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    private static MessageRefused absent(ResourceAccessException absent) {
        return absent.getCause() instanceof HttpTimeoutException
                ? new MessageRefused(408, "REC_TIMEOUT", "timeout", "Send the same message again.")
                : unavailable();
    }

    private static MessageRefused unavailable() {
        return new MessageRefused(
                503, "REC_SERVICE_UNAVAILABLE", "transient", "Send the same message again in a few seconds.");
    }

    private static MessageRefused translated(RestClientResponseException refused) {
        return switch (refused.getStatusCode().value()) {
            case 400 -> MessageRefused.invalid(words(refused));
            case 401, 403 ->
                new MessageRefused(
                        403, "SEND_FORBIDDEN", "forbidden", "Ask for a token with the scope referral.write.");
            case 404 -> MessageRefused.notFound();
            case 409 -> new MessageRefused(409, "REC_CONFLICT", "conflict", words(refused));
            case 413 -> new MessageRefused(413, "REC_BAD_REQUEST", "too-long", words(refused));
            case 422 -> new MessageRefused(422, "REC_UNPROCESSABLE_ENTITY", "business-rule", words(refused));
            case 429 -> new MessageRefused(429, "SEND_TOO_MANY_REQUESTS", "throttled", "Send the same message later.");
            default -> unavailable();
        };
    }

    /** The sibling's own sentence and pointers, which hold no value that was sent. */
    private static String words(RestClientResponseException refused) {
        try {
            JsonNode problem = JSON.readTree(refused.getResponseBodyAsString());
            StringBuilder words = new StringBuilder(problem.path("detail").asString("Correct the message."));
            for (JsonNode error : problem.path("errors")) {
                words.append(' ')
                        .append(error.path("pointer").asString(""))
                        .append(": ")
                        .append(error.path("detail").asString(""));
            }
            return words.toString();
        } catch (JacksonException unreadable) {
            return "Correct the message.";
        }
    }
}
