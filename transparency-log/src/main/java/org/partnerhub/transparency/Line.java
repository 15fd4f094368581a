package org.partnerhub.transparency;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One line of an export, read and checked as far as it can be by itself: several are at the same time. */
sealed interface Line {

    JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * An entry.
     *
     * @param index its place, as the line gives it
     * @param opened absent where the leaf or the values cannot be read
     */
    record Logged(long index, Hash leaf, @Nullable Opened opened) implements Line {}

    /** Entries left out. */
    record LeftOut(Run run, Hash root) implements Line {}

    /** A checkpoint. */
    record Sealed(String note) implements Line {}

    /** Neither of them. */
    record Foreign() implements Line {}

    /** No JSON. */
    record Unreadable() implements Line {}

    static Line read(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return switch (node.path("type").asString("")) {
                case "entry" -> logged(node);
                case "left-out" -> leftOut(node);
                case "checkpoint" -> new Sealed(node.path("note").asString(""));
                default -> new Foreign();
            };
        } catch (JacksonException unreadable) {
            return new Unreadable();
        }
    }

    private static Line leftOut(JsonNode node) {
        try {
            Run run = new Run(node.path("from").asLong(-1), node.path("level").asInt(-1));
            return new LeftOut(run, Hash.ofBase64(node.path("root").asString("")));
        } catch (IllegalArgumentException unreadable) {
            return new Unreadable();
        }
    }

    private static Logged logged(JsonNode node) {
        String leaf = node.path("leaf").asString("");
        return new Logged(node.path("index").asLong(-1), Hash.leaf(leaf), opened(leaf, node.path("values")));
    }

    private static @Nullable Opened opened(String leaf, JsonNode values) {
        try {
            return Opened.of(Entry.ofLeaf(leaf), values);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
