package org.partnerhub.console.sample;

import java.util.List;
import java.util.Map;

/**
 * One question of a sample's checklist, with how often it was answered how.
 *
 * @param words as policy/audit-checklist.yml said when the sample was drawn
 */
public record Question(String code, String words, long yes, long no, long notApplicable) {

    /** The answers there are, by their codes. */
    public static final List<Map.Entry<String, String>> MARKS =
            List.of(Map.entry("yes", "Yes"), Map.entry("no", "No"), Map.entry("not-applicable", "Does not apply"));

    /** The id of its first input, and the name of all. */
    public String field() {
        return "question-" + code;
    }
}
