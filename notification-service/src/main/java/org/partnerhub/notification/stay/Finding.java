package org.partnerhub.notification.stay;

import java.util.Map;

/**
 * What one rule found.
 *
 * @param rule its stable name
 * @param source the Act and section, or the local procedure
 * @param words what was found, without a personal value
 * @param facts what it went by
 */
public record Finding(String rule, String source, String words, Map<String, String> facts) {

    public Finding {
        facts = Map.copyOf(facts);
    }

    @Override
    public String toString() {
        return "Finding[" + rule + ", " + words + "]";
    }
}
