package org.partnerhub.fhir.reception.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import org.partnerhub.fhir.message.Hub;
import org.partnerhub.fhir.message.MessageRefused;
import org.partnerhub.fhir.message.Target;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The headers that every BaRS message must have. */
record BarsHeaders(UUID request, UUID correlation, Target target) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_TARGET = 1024;

    static BarsHeaders of(HttpServletRequest request) {
        BarsHeaders headers =
                new BarsHeaders(uuid(request, "X-Request-Id"), uuid(request, "X-Correlation-Id"), target(request));
        if (!headers.target.equals(Target.HUB) && !headers.target.system().equals(Hub.RECIPIENT)) {
            throw new MessageRefused(
                    404, "PROXY_NOT_FOUND", "not-found", "Name the hub or one of its recipients as the target.");
        }
        return headers;
    }

    private static UUID uuid(HttpServletRequest request, String name) {
        String text = required(request, name);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException noUuid) {
            throw badId(name);
        }
        throw badId(name);
    }

    private static MessageRefused badId(String name) {
        return new MessageRefused(400, "SEND_BAD_REQUEST", "invalid", "Write " + name + " as a UUID.");
    }

    private static Target target(HttpServletRequest request) {
        String text = required(request, "NHSD-Target-Identifier");
        try {
            byte[] json = Base64.getDecoder().decode(text.length() > LONGEST_TARGET ? "" : text);
            JsonNode target = JSON.readTree(new String(json, StandardCharsets.UTF_8));
            String system = target.path("system").asString("");
            String value = target.path("value").asString("");
            if (!system.isEmpty() && !value.isEmpty()) {
                return new Target(system, value);
            }
        } catch (IllegalArgumentException | JacksonException undecodable) {
            throw badTarget();
        }
        throw badTarget();
    }

    private static MessageRefused badTarget() {
        return new MessageRefused(
                400,
                "SEND_BAD_REQUEST",
                "structure",
                "Write NHSD-Target-Identifier as the Base64 of a JSON object with system and value.");
    }

    private static String required(HttpServletRequest request, String name) {
        String text = request.getHeader(name);
        if (text == null || text.isBlank()) {
            throw MessageRefused.required("Send the header " + name + ".");
        }
        return text.strip();
    }
}
