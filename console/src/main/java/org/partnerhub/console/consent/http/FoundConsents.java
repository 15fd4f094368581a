package org.partnerhub.console.consent.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.partnerhub.console.consent.Consent;
import org.partnerhub.console.consent.Register;
import org.partnerhub.console.words.Codes;
import tools.jackson.databind.JsonNode;

/** Reads consent-service's answers from the register of consents. */
final class FoundConsents {

    private FoundConsents() {}

    static Register read(JsonNode answer) {
        return new Register(
                answer.path("items").valueStream().map(FoundConsents::consent).toList(),
                answer.path("next").asString(""));
    }

    private static Consent consent(JsonNode it) {
        return new Consent(
                it.path("id").asString(),
                it.path("person").asString(),
                it.path("state").asString(),
                it.path("capacity").asString(),
                codes(it.path("purposes")),
                codes(it.path("categories")),
                recipients(it.path("recipients")),
                it.path("exceptions")
                        .valueStream()
                        .map(FoundConsents::exception)
                        .toList(),
                LocalDate.parse(it.path("from").asString()),
                LocalDate.parse(it.path("until").asString()),
                LocalDate.parse(it.path("obtainedOn").asString()),
                it.path("evidence").asString(),
                it.path("recordedBy").asString(),
                Instant.parse(it.path("recordedAt").asString()),
                it.path("history").valueStream().map(FoundConsents::step).toList());
    }

    private static Consent.Step step(JsonNode it) {
        return new Consent.Step(
                it.path("what").asString(),
                Instant.parse(it.path("at").asString()),
                it.path("by").asString("the hub"));
    }

    /** One that names no categories keeps everything from them. */
    private static String exception(JsonNode it) {
        List<String> kept = codes(it.path("categories"));
        return (kept.isEmpty() ? "anything" : Codes.inWords(kept)) + " to "
                + Codes.inWords(recipients(it.path("recipients")));
    }

    private static List<String> recipients(JsonNode it) {
        return Stream.concat(codes(it.path("kinds")).stream(), codes(it.path("ids")).stream())
                .toList();
    }

    private static List<String> codes(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
