package org.partnerhub.console.hub.http;

import java.io.IOException;
import java.io.InputStream;
import org.partnerhub.console.hub.Answer;
import org.partnerhub.support.calls.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hub's services, always asked with the officer's own token: what the officer may not see, the console cannot fetch. */
@Component
public class OfficerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(OfficerCalls.class);

    private final ServiceCalls calls;
    private final JsonMapper json;

    OfficerCalls(ServiceCalls calls, JsonMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /**
     * Reads something.
     *
     * @param service the last part of its setting {@code hub.services.…}
     * @param path with places in braces for {@code values}; never anything personal
     */
    public <T> Answer<T> read(
            OAuth2AuthorizedClient officer, String service, Reading<T> reading, String path, Object... values) {
        return ask(officer, to(service, HttpMethod.GET).uri(path, values), service, reading);
    }

    /** Sends something, as JSON; whatever is personal belongs in the body. */
    public <T> Answer<T> send(
            OAuth2AuthorizedClient officer,
            String service,
            Object body,
            Reading<T> reading,
            String path,
            Object... values) {
        var request = to(service, HttpMethod.POST)
                .uri(path, values)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body)); // of known length, not in chunks
        return ask(officer, request, service, reading);
    }

    /** Sends something, as JSON, for an answer of another kind than JSON. */
    public <T> Answer<T> sendFor(
            OAuth2AuthorizedClient officer,
            String service,
            String mediaType,
            Object body,
            Reading<T> reading,
            String path) {
        var request = to(service, HttpMethod.POST)
                .uri(path)
                .header(HttpHeaders.ACCEPT, mediaType)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
        return ask(officer, request, service, reading);
    }

    /** Puts something in the place of what is there, as JSON. */
    public <T> Answer<T> change(
            OAuth2AuthorizedClient officer,
            String service,
            Object body,
            Reading<T> reading,
            String path,
            Object... values) {
        var request = to(service, HttpMethod.PUT)
                .uri(path, values)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
        return ask(officer, request, service, reading);
    }

    /** Sends something that the service does once for a key, however often the form is sent. */
    public <T> Answer<T> once(
            OAuth2AuthorizedClient officer,
            String service,
            String key,
            Object body,
            Reading<T> reading,
            String path,
            Object... values) {
        var request = to(service, HttpMethod.POST)
                .uri(path, values)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsBytes(body));
        return ask(officer, request, service, reading);
    }

    /** A reading of an answer that is one JSON document. */
    public <T> Reading<T> document(DocumentReading<T> reading) {
        return body -> {
            try (body) {
                return reading.read(json.readTree(body));
            }
        };
    }

    private RestClient.RequestBodyUriSpec to(String service, HttpMethod method) {
        return calls.onBehalfOfCaller(service).method(method);
    }

    private <T> Answer<T> ask(
            OAuth2AuthorizedClient officer,
            RestClient.RequestHeadersSpec<?> request,
            String service,
            Reading<T> reading) {
        try {
            return request.headers(headers ->
                            headers.setBearerAuth(officer.getAccessToken().getTokenValue()))
                    .exchangeForRequiredValue(
                            (asked, response) -> response.getStatusCode().is2xxSuccessful()
                                    ? new Answer.Given<T>(reading.read(response.getBody()))
                                    : Refusals.read(response, json));
        } catch (RestClientException | JacksonException unreachable) {
            LOG.warn(
                    "{}-service could not be asked: {}",
                    service,
                    unreachable.getClass().getSimpleName());
            return new Answer.Unavailable<>();
        }
    }

    /** Takes the body of an answer as it streams in. */
    @FunctionalInterface
    public interface Reading<T> {
        T read(InputStream body) throws IOException;
    }

    /** Makes an answer out of its JSON. */
    @FunctionalInterface
    public interface DocumentReading<T> {
        T read(JsonNode document);
    }
}
