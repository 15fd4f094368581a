package org.partnerhub.console.delivery.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.partnerhub.console.delivery.Handout;
import org.partnerhub.console.delivery.Handout.Line;
import org.partnerhub.console.words.Codes;
import tools.jackson.databind.JsonNode;

/** Reads a disclosure into lines for a letter, whatever its categories hold. */
final class FoundHandout {

    private FoundHandout() {}

    static Handout of(JsonNode disclosure) {
        return new Handout(
                Codes.inWords(disclosure.path("recipient").asString()),
                Codes.inWords(disclosure.path("purpose").asString()),
                disclosure.path("reference").asString(""),
                disclosure.path("content").properties().stream()
                        .map(FoundHandout::section)
                        .toList(),
                disclosure
                        .path("withheld")
                        .valueStream()
                        .map(FoundHandout::withheld)
                        .toList());
    }

    private static Handout.Section section(Map.Entry<String, JsonNode> category) {
        List<Line> lines = new ArrayList<>();
        collect("", category.getValue(), lines);
        return new Handout.Section(Codes.inWords(category.getKey()), lines);
    }

    private static void collect(String key, JsonNode value, List<Line> lines) {
        if (value.isObject()) {
            value.properties().forEach(it -> collect(joined(key, spaced(it.getKey())), it.getValue(), lines));
        } else if (value.isArray() && value.valueStream().allMatch(JsonNode::isValueNode)) {
            lines.add(new Line(
                    Codes.inWords(key),
                    String.join(
                            ", ", value.valueStream().map(JsonNode::asString).toList())));
        } else if (value.isArray()) {
            for (int place = 0; place < value.size(); place++) {
                collect(value.size() == 1 ? key : key + " " + (place + 1), value.path(place), lines);
            }
        } else if (!value.isNull()) {
            lines.add(new Line(Codes.inWords(key.isEmpty() ? "said" : key), value.asString()));
        }
    }

    private static String joined(String key, String next) {
        return key.isEmpty() ? next : key + ", " + next;
    }

    /** earlyHelpAssessment: early help assessment. */
    private static String spaced(String field) {
        return field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }

    private static String withheld(JsonNode it) {
        return Codes.inWords(it.path("category").asString("")) + ": "
                + String.join(
                        " ",
                        it.path("reasons").valueStream().map(JsonNode::asString).toList());
    }
}
