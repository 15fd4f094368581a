package org.partnerhub.console.hub.http;

import java.io.IOException;
import java.util.List;
import org.partnerhub.console.hub.Answer;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a service's refusal into what an officer can do about it. Only a problem document's own sentences are passed on. */
final class Refusals {

    private Refusals() {}

    static <T> Answer<T> read(ClientHttpResponse response, JsonMapper json) throws IOException {
        return switch (response.getStatusCode().value()) {
            case 401 -> new Answer.NotAllowed<>(List.of());
            case 403 -> new Answer.NotAllowed<>(remedies(response, json));
            case 404 -> new Answer.NotThere<>();
            case 409 -> new Answer.NotNow<>(remedies(response, json));
            case 412 -> new Answer.NotNow<>(List.of());
            case 400, 422 -> notAccepted(remedies(response, json));
            default -> new Answer.Unavailable<>();
        };
    }

    private static <T> Answer<T> notAccepted(List<String> remedies) {
        return remedies.isEmpty() ? new Answer.Unavailable<>() : new Answer.NotAccepted<>(remedies);
    }

    private static List<String> remedies(ClientHttpResponse response, JsonMapper json) throws IOException {
        if (!MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(
                response.getHeaders().getContentType())) {
            return List.of();
        }
        try {
            return remedies(json.readTree(response.getBody()));
        } catch (JacksonException broken) {
            return List.of();
        }
    }

    private static List<String> remedies(JsonNode problem) {
        List<String> fields = problem.path("errors")
                .valueStream()
                .map(it -> it.path("detail").asString(""))
                .filter(it -> !it.isBlank())
                .distinct()
                .toList();
        String whole = problem.path("detail").asString("");
        return fields.isEmpty() && !whole.isBlank() ? List.of(whole) : fields;
    }
}
