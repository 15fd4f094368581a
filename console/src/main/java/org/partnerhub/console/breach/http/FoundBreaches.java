package org.partnerhub.console.breach.http;

import java.time.Instant;
import java.util.List;
import org.partnerhub.console.breach.Breach;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers about breaches. */
final class FoundBreaches {

    private FoundBreaches() {}

    static List<Breach> list(JsonNode answer) {
        return answer.path("items").valueStream().map(FoundBreaches::one).toList();
    }

    static Breach one(JsonNode it) {
        return new Breach(
                it.path("id").asString(),
                Instant.parse(it.path("awareAt").asString()),
                Instant.parse(it.path("notifyBy").asString()),
                it.path("whatHappened").asString(),
                it.path("consequences").asString(),
                it.path("measures").asString(),
                it.path("toldToPeople").asBoolean(),
                it.path("people").size(),
                texts(it.path("categories")),
                it.path("told").valueStream().map(FoundBreaches::told).toList(),
                it.path("madeBy").asString(),
                Instant.parse(it.path("madeAt").asString()));
    }

    private static Breach.Told told(JsonNode it) {
        return new Breach.Told(
                it.path("sequence").asLong(),
                Instant.parse(it.path("at").asString()),
                it.path("person").asString("not known any more"),
                it.path("recipient").asString("not known any more"),
                texts(it.path("categories")));
    }

    private static List<String> texts(JsonNode codes) {
        return codes.valueStream().map(JsonNode::asString).toList();
    }
}
