package org.partnerhub.console.request.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.request.Piece;
import org.partnerhub.console.request.Pieces;
import org.partnerhub.console.request.Request;
import org.partnerhub.console.words.EnglishDate;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers about requests and what was gathered for them. */
final class FoundRequests {

    private FoundRequests() {}

    static List<Request> list(JsonNode answer) {
        return answer.path("items").valueStream().map(FoundRequests::one).toList();
    }

    static Request one(JsonNode it) {
        return new Request(
                it.path("id").asString(),
                it.path("kind").asString(),
                it.path("person").asString(),
                it.at("/asker/capacity").asString(),
                asker(it.path("asker")),
                it.path("wanted").asString(),
                LocalDate.parse(it.path("received").asString()),
                LocalDate.parse(it.path("due").asString()),
                it.path("overdue").asBoolean(false),
                it.path("extendedBecause").asString(""),
                answered(it.path("answer")),
                it.path("version").asInt());
    }

    private static SequencedMap<String, String> asker(JsonNode asker) {
        SequencedMap<String, String> rows = new LinkedHashMap<>();
        put(rows, "Name", asker.path("name").asString(""));
        put(rows, "Identity", asker.path("identity").asString(""));
        JsonNode competence = asker.path("competence");
        if (competence.isObject()) {
            put(
                    rows,
                    "The child",
                    (competence.path("able").asBoolean() ? "can decide" : "cannot decide yet") + ", assessed by a "
                            + competence.path("assessorRole").asString() + " on "
                            + EnglishDate.of(LocalDate.parse(
                                    competence.path("assessedOn").asString())));
        }
        if (asker.has("childAgrees")) {
            put(rows, "The child agrees", asker.path("childAgrees").asBoolean() ? "Yes" : "No");
        }
        put(rows, "In the child’s interest because", asker.path("bestInterests").asString(""));
        put(rows, "By authority of", asker.path("authority").asString(""));
        return rows;
    }

    private static void put(SequencedMap<String, String> rows, String name, String value) {
        if (!value.isEmpty()) {
            rows.put(name, value);
        }
    }

    private static Request.@Nullable Answered answered(JsonNode it) {
        return it.isObject()
                ? new Request.Answered(
                        it.path("outcome").asString(),
                        it.path("words").asString(),
                        it.path("by").asString(),
                        Instant.parse(it.path("at").asString()))
                : null;
    }

    static Pieces pieces(JsonNode answer) {
        return new Pieces(
                answer.path("pieces").valueStream().map(FoundRequests::piece).toList());
    }

    private static Piece piece(JsonNode it) {
        return new Piece(
                it.path("id").asString(),
                it.path("kind").asString(),
                Instant.parse(it.path("at").asString()),
                it.path("by").asString(""),
                it.path("category").asString(""),
                it.path("text").asString(),
                it.path("hints").valueStream().map(JsonNode::asString).toList(),
                settled(it.path("settlement")),
                it.path("version").asInt());
    }

    private static Piece.@Nullable Settled settled(JsonNode it) {
        return it.isObject()
                ? new Piece.Settled(
                        it.path("thirdParty").asBoolean(),
                        it.path("seriousHarm").asBoolean(),
                        it.path("treatment").asString(),
                        it.path("text").asString(""),
                        it.path("ground").asString(""),
                        it.path("note").asString(""))
                : null;
    }
}
