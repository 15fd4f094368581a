package org.partnerhub.console.agreement.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.partnerhub.console.agreement.Agreement;
import org.partnerhub.console.agreement.Register;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers about agreements. */
final class FoundAgreements {

    private FoundAgreements() {}

    static Register list(JsonNode answer) {
        return new Register(
                answer.path("items").valueStream().map(FoundAgreements::one).toList());
    }

    static Agreement one(JsonNode it) {
        return new Agreement(
                it.path("reference").asString(),
                it.path("partner").asString(),
                it.path("version").asInt(1),
                it.path("state").asString(),
                it.path("reviewDue").asBoolean(false),
                texts(it, "purposes"),
                texts(it, "categories"),
                day(it, "from"),
                day(it, "until"),
                day(it, "reviewOn"),
                texts(it, "signedBy"),
                it.path("history").valueStream().map(FoundAgreements::version).toList());
    }

    private static Agreement.Version version(JsonNode it) {
        return new Agreement.Version(
                it.path("version").asInt(1),
                Instant.parse(it.path("recordedAt").asString()),
                it.path("recordedBy").asString(""),
                day(it, "from"),
                day(it, "until"));
    }

    private static List<String> texts(JsonNode it, String field) {
        return it.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static LocalDate day(JsonNode it, String field) {
        return LocalDate.parse(it.path(field).asString());
    }
}
