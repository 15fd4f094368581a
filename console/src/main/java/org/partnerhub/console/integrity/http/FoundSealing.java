package org.partnerhub.console.integrity.http;

import java.time.Instant;
import org.partnerhub.console.integrity.Sealing;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers about the sealing of the log. */
final class FoundSealing {

    private FoundSealing() {}

    static Sealing read(JsonNode answer) {
        JsonNode waiting = answer.path("unsealedSince");
        JsonNode next = answer.path("next");
        return new Sealing(
                answer.path("stopped").asBoolean(false),
                waiting.isString() ? Instant.parse(waiting.asString()) : null,
                answer.path("items").valueStream().map(FoundSealing::checkpoint).toList(),
                next.isNumber() ? next.asLong() : null,
                answer.path("witnesses")
                        .valueStream()
                        .map(FoundSealing::witness)
                        .toList());
    }

    private static Sealing.Checkpoint checkpoint(JsonNode it) {
        return new Sealing.Checkpoint(
                it.path("size").asLong(),
                Instant.parse(it.path("signedAt").asString()),
                it.path("note").asString());
    }

    private static Sealing.Witness witness(JsonNode it) {
        return new Sealing.Witness(
                it.path("witness").asString(),
                it.path("size").asLong(),
                Instant.parse(it.path("fetchedAt").asString()));
    }
}
