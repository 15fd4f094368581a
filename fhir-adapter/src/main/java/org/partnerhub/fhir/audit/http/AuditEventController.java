package org.partnerhub.fhir.audit.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.audit.outgoing.AuditEvents;
import org.partnerhub.fhir.audit.outgoing.LogCalls;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.reception.http.ResourceExchange;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Searches of governance officers in the disclosure log. By form only: why somebody looks does not belong into an address. */
@RestController
class AuditEventController {

    private static final Set<String> PARAMETERS = Set.of("patient", "entity", "reason", "_format");

    private final LogCalls log;
    private final ResourceExchange exchange;

    AuditEventController(LogCalls log, ResourceExchange exchange) {
        this.log = log;
        this.exchange = exchange;
    }

    @PostMapping(path = "/fhir/R4/AuditEvent/_search", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<byte[]> search(@RequestHeader(HttpHeaders.AUTHORIZATION) String token, HttpServletRequest request)
            throws IOException {
        MultiValueMap<String, String> parameters = form(request);
        if (!PARAMETERS.containsAll(parameters.keySet()) || request.getQueryString() != null) {
            throw MessageRefused.invalid("Search by patient or entity, and reason, in the form and nowhere else.");
        }
        String reason = parameters.getFirst("reason");
        if (reason == null || reason.isBlank()) {
            throw MessageRefused.required("Say why you look, as reason: it is written into the log first.");
        }
        List<AuditEvent> events = log.search(about(parameters), reason, token).stream()
                .map(AuditEvents::of)
                .flatMap(Optional::stream)
                .toList();
        return exchange.searched(request, events, null);
    }

    /** Read here and not by the container, which would take parameters of the address for parts of the form. */
    private static MultiValueMap<String, String> form(HttpServletRequest request) throws IOException {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        UriComponentsBuilder.newInstance()
                .query(body)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> form.add(decoded(name), decoded(value))));
        return form;
    }

    private static String decoded(@Nullable String text) {
        try {
            return text == null ? "" : URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noForm) {
            throw MessageRefused.invalid("Send a form: application/x-www-form-urlencoded.");
        }
    }

    private static Map<String, String> about(MultiValueMap<String, String> parameters) {
        String patient = parameters.getFirst("patient");
        String entity = parameters.getFirst("entity");
        if ((patient == null) == (entity == null)) {
            throw MessageRefused.invalid(
                    "Name either the patient, by the hub's id, or the entity, such as referral/ID.");
        }
        return patient == null ? Map.of("reference", String.valueOf(entity)) : Map.of("person", id(patient));
    }

    private static String id(@Nullable String patient) {
        String text = String.valueOf(patient);
        return text.startsWith(Hub.PERSON + "|") ? text.substring(Hub.PERSON.length() + 1) : text;
    }
}
