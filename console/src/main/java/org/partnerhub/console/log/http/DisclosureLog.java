package org.partnerhub.console.log.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.partnerhub.console.log.LogAnswer;
import org.partnerhub.console.log.Look;
import org.partnerhub.support.calls.ServiceCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** consent-service's log, always asked with the officer's own token: what the officer may not see, the console cannot fetch. */
@Component
class DisclosureLog {

    private static final Logger LOG = LoggerFactory.getLogger(DisclosureLog.class);

    private final RestClient consent;
    private final JsonMapper json;

    DisclosureLog(ServiceCalls calls, JsonMapper json) {
        this.consent = calls.onBehalfOfCaller("consent");
        this.json = json;
    }

    LogAnswer search(String token, Look look) {
        return ask(token, "/log/searches", look.question(), body -> {
            try (body) {
                return FoundEntries.read(json.readTree(body));
            }
        });
    }

    LogAnswer export(String token, String reason, ExportSink sink) {
        return ask(token, "/log/exports", Map.of("reason", reason), body -> {
            sink.take(body);
            return new LogAnswer.Exported();
        });
    }

    private LogAnswer ask(String token, String path, Map<String, String> question, Reading reading) {
        try {
            return consent.post()
                    .uri(path)
                    .headers(headers -> headers.setBearerAuth(token))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(question)) // of known length, not in chunks
                    .exchangeForRequiredValue((request, response) -> answer(response, reading));
        } catch (RestClientException | JacksonException unreachable) {
            LOG.warn(
                    "consent-service could not be asked for {}: {}",
                    path,
                    unreachable.getClass().getSimpleName());
            return new LogAnswer.Unavailable();
        }
    }

    private static LogAnswer answer(ClientHttpResponse response, Reading reading) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is2xxSuccessful()) {
            return reading.read(response.getBody());
        }
        return status.value() == 401 || status.value() == 403
                ? new LogAnswer.NotAllowed()
                : new LogAnswer.Unavailable();
    }

    /** Takes the export as it streams in. */
    @FunctionalInterface
    interface ExportSink {
        void take(InputStream export) throws IOException;
    }

    @FunctionalInterface
    private interface Reading {
        LogAnswer read(InputStream body) throws IOException;
    }
}
