package org.partnerhub.console.consent.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.consent.Consent;
import org.partnerhub.console.consent.Register;
import org.partnerhub.console.consent.Terms;
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
                exceptions(it),
                LocalDate.parse(it.path("from").asString()),
                LocalDate.parse(it.path("until").asString()),
                LocalDate.parse(it.path("obtainedOn").asString()),
                it.path("evidence").asString(),
                it.path("recordedBy").asString(),
                Instant.parse(it.path("recordedAt").asString()),
                history(it.path("history")));
    }

    /** Terms stand at each step that made new ones; a step says what they changed of those before. */
    private static List<Consent.Step> history(JsonNode steps) {
        List<Consent.Step> history = new ArrayList<>();
        Terms before = null;
        for (JsonNode step : steps) {
            Terms terms = step.path("until").isString() ? terms(step) : null;
            history.add(step(step, changes(step, before, terms)));
            before = terms == null ? before : terms;
        }
        return history;
    }

    private static List<String> changes(JsonNode step, @Nullable Terms before, @Nullable Terms terms) {
        return switch (step.path("what").asString()) {
            case "withdrawn" -> List.of("From then on nothing may be told on it.");
            case "expired" -> List.of("Its last day has passed: nothing may be told on it.");
            default -> before == null || terms == null ? List.of() : terms.since(before);
        };
    }

    private static Consent.Step step(JsonNode it, List<String> changes) {
        return new Consent.Step(
                it.path("what").asString(),
                Instant.parse(it.path("at").asString()),
                it.path("by").asString("the hub"),
                changes);
    }

    private static Terms terms(JsonNode it) {
        return new Terms(
                codes(it.path("purposes")),
                codes(it.path("categories")),
                recipients(it.path("recipients")),
                exceptions(it),
                LocalDate.parse(it.path("from").asString()),
                LocalDate.parse(it.path("until").asString()));
    }

    private static List<String> exceptions(JsonNode it) {
        return it.path("exceptions").valueStream().map(FoundConsents::exception).toList();
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
