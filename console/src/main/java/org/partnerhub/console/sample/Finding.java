package org.partnerhub.console.sample;

import java.time.Instant;
import java.util.Map;
import org.partnerhub.console.staff.Staff;
import org.partnerhub.console.words.EnglishTime;

/**
 * What was found about one entry.
 *
 * @param answers by the question's code
 */
public record Finding(int version, Map<String, String> answers, String note, String by, Instant at) {

    public Finding {
        answers = Map.copyOf(answers);
    }

    public boolean hasConcern() {
        return answers.containsValue("no");
    }

    public String words(Staff staff) {
        return "Version " + version + ", recorded " + EnglishTime.of(at) + ", by " + staff.who(by);
    }

    @Override
    public String toString() {
        return "Finding[version " + version + "]";
    }
}
