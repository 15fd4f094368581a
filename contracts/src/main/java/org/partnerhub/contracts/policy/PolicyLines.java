package org.partnerhub.contracts.policy;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;

/** Where each value of a file stands, so that a problem can name its line. */
final class PolicyLines {

    private PolicyLines() {}

    static Map<JsonPointer, Integer> of(JsonParser parser) {
        Map<JsonPointer, Integer> lines = new HashMap<>();
        try (parser) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (!token.isStructEnd()) {
                    JsonPointer at = parser.streamReadContext().pathAsPointer();
                    lines.putIfAbsent(at, parser.currentTokenLocation().getLineNr());
                }
            }
        }
        return lines;
    }
}
