package org.partnerhub.console.onboarding.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.partnerhub.console.onboarding.IssuedClient;
import org.partnerhub.console.onboarding.Onboarding;
import org.partnerhub.console.onboarding.Onboarding.Act;
import org.partnerhub.console.onboarding.Onboarding.Place;
import tools.jackson.databind.JsonNode;

/** Reads notification-service's answers about partners that are being taken on. */
final class FoundOnboardings {

    private FoundOnboardings() {}

    static List<Onboarding> list(JsonNode answer) {
        return answer.path("items").valueStream().map(FoundOnboardings::one).toList();
    }

    static Onboarding one(JsonNode it) {
        JsonNode partner = it.path("partner");
        return new Onboarding(
                text(it, "id"),
                text(it, "state"),
                it.path("version").asInt(),
                text(partner, "id"),
                text(partner, "name"),
                text(partner, "kind"),
                text(partner, "odsCode"),
                it.path("recipients").valueStream().map(FoundOnboardings::place).toList(),
                it.path("rights").valueStream().map(JsonNode::asString).toList(),
                text(it, "keysUrl"),
                text(it, "proposedBy"),
                acts(it));
    }

    static IssuedClient client(JsonNode it) {
        return new IssuedClient(text(it, "clientId"), text(it, "tokenUrl"), text(it, "secret"), text(it, "keysUrl"));
    }

    private static Place place(JsonNode it) {
        return new Place(
                text(it, "id"),
                text(it, "name"),
                text(it, "role"),
                text(it, "area"),
                text(it, "channel"),
                text(it, "url"));
    }

    private static List<Act> acts(JsonNode it) {
        List<Act> acts = new ArrayList<>();
        act("Proposed", it, "proposed", text(it, "reason"), acts);
        act(
                text(it, "state").equals("refused") ? "Refused" : "Approved",
                it,
                "decided",
                text(it, "decisionReason"),
                acts);
        act("Client made", it, "registered", "", acts);
        return acts;
    }

    private static void act(String what, JsonNode it, String verb, String reason, List<Act> acts) {
        if (it.has(verb + "By")) {
            String at = text(it, verb + "At");
            acts.add(new Act(what, text(it, verb + "By"), at.isEmpty() ? null : Instant.parse(at), reason));
        }
    }

    private static String text(JsonNode it, String field) {
        return it.path(field).asString("");
    }
}
