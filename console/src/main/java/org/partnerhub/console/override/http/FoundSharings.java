package org.partnerhub.console.override.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.override.ReviewState;
import org.partnerhub.console.override.Sharing;
import org.partnerhub.console.override.Sharings;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers about overrides. */
final class FoundSharings {

    private FoundSharings() {}

    static Sharings list(JsonNode answer) {
        return new Sharings(
                answer.path("items").valueStream().map(FoundSharings::one).toList());
    }

    static Sharing one(JsonNode it) {
        return new Sharing(
                text(it, "id"),
                text(it, "person"),
                text(it, "purpose"),
                text(it, "ground"),
                codes(it, "recipients"),
                codes(it, "categories"),
                it.path("despiteRefusal").asBoolean(),
                text(it, "authorisedBy"),
                at(it, "authorisedAt"),
                at(it, "endsAt"),
                it.path("inForce").asBoolean(),
                review(it.path("review")),
                optional(it, "reason"),
                optional(it, "finding"),
                it.path("permitted").valueStream().map(FoundSharings::use).toList());
    }

    private static Sharing.Review review(JsonNode it) {
        String at = optional(it, "at");
        return new Sharing.Review(
                ReviewState.of(text(it, "state")),
                at(it, "dueBy"),
                optional(it, "by"),
                at == null ? null : Instant.parse(at));
    }

    private static Sharing.Use use(JsonNode it) {
        return new Sharing.Use(text(it, "decision"), text(it, "recipient"), codes(it, "categories"), at(it, "at"));
    }

    private static List<String> codes(JsonNode it, String field) {
        return it.path(field).valueStream().map(JsonNode::asString).toList();
    }

    private static Instant at(JsonNode it, String field) {
        return Instant.parse(text(it, field));
    }

    private static String text(JsonNode it, String field) {
        return it.path(field).asString();
    }

    private static @Nullable String optional(JsonNode it, String field) {
        JsonNode value = it.path(field);
        return value.isString() ? value.asString() : null;
    }
}
