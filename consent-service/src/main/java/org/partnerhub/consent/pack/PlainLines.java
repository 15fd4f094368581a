package org.partnerhub.consent.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A document as lines that somebody reads who never saw JSON. */
public final class PlainLines {

    private PlainLines() {}

    /**
     * Every value that it has, under its name in words.
     *
     * @param without names of fields that are left out
     */
    public static String of(JsonNode document, Set<String> without) {
        List<String> lines = new ArrayList<>();
        add(document, "", without, lines);
        return String.join("\n", lines);
    }

    private static void add(JsonNode node, String name, Set<String> without, List<String> lines) {
        if (node.isObject()) {
            node.properties().stream()
                    .filter(it -> !without.contains(it.getKey()))
                    .forEach(it -> add(it.getValue(), joined(name, words(it.getKey())), without, lines));
        } else if (node.isArray() && node.valueStream().allMatch(JsonNode::isValueNode)) {
            String values = node.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
            line(name, values, lines);
        } else if (node.isArray()) {
            int number = 1;
            for (JsonNode element : node) {
                add(element, name + " " + number++, without, lines);
            }
        } else if (!node.isNull()) {
            line(name, node.asString(), lines);
        }
    }

    private static void line(String name, String value, List<String> lines) {
        if (!value.isBlank()) {
            lines.add(name.isEmpty() ? value : name + ": " + value);
        }
    }

    private static String joined(String outer, String inner) {
        return outer.isEmpty()
                ? inner.substring(0, 1).toUpperCase(Locale.ROOT) + inner.substring(1)
                : outer + ", " + inner;
    }

    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
