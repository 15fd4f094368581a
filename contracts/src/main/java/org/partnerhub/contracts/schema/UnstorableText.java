package org.partnerhub.contracts.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** Text that JSON may carry and PostgreSQL cannot keep: NUL, and halves of surrogate pairs. No schema can say the latter. */
final class UnstorableText {

    private static final String REMEDY = "Remove the control characters and incomplete characters from this text.";

    private UnstorableText() {}

    static List<Violation> in(JsonNode body) {
        List<Violation> found = new ArrayList<>();
        collect(body, JsonPointer.empty(), found);
        return found;
    }

    private static void collect(JsonNode node, JsonPointer here, List<Violation> found) {
        if (node.isString() && isUnstorable(node.asString())) {
            found.add(new Violation(here.toString(), REMEDY));
        }
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), here.appendProperty(field.getKey()), found));
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), here.appendIndex(i), found);
            }
        }
    }

    private static boolean isUnstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0 || Character.isLowSurrogate(character)) {
                return true;
            }
            if (Character.isHighSurrogate(character)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return true;
                }
            }
        }
        return false;
    }
}
