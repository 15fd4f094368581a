package org.partnerhub.console.prospect.http;

import java.time.Instant;
import java.util.stream.Collectors;
import org.partnerhub.console.prospect.Prospects;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's explanation. */
final class FoundProspects {

    private FoundProspects() {}

    static Prospects read(JsonNode answer) {
        return new Prospects(
                Instant.parse(answer.path("at").asString()),
                answer.path("protectedWhereabouts").asBoolean(),
                answer.path("more").asBoolean(),
                answer.path("rows").valueStream().map(FoundProspects::row).toList());
    }

    private static Prospects.Prospect row(JsonNode row) {
        return new Prospects.Prospect(
                row.path("recipient").asString(),
                Prospects.Outcome.valueOf(row.path("outcome").asString()),
                row.path("categories").valueStream().map(FoundProspects::part).toList());
    }

    private static Prospects.Part part(JsonNode part) {
        boolean permitted = part.path("permitted").asBoolean();
        return new Prospects.Part(part.path("category").asString(), permitted, permitted ? ground(part) : rules(part));
    }

    private static String ground(JsonNode part) {
        String ground = Codes.inWords(part.path("ground").asString(""));
        String until = part.path("until").asString("");
        return until.isEmpty() ? ground : ground + ", until " + EnglishTime.of(Instant.parse(until));
    }

    private static String rules(JsonNode part) {
        return part.path("reasons")
                .valueStream()
                .map(it -> it.path("words").asString(""))
                .collect(Collectors.joining(" "));
    }
}
