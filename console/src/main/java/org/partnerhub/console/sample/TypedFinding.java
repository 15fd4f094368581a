package org.partnerhub.console.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Fault;

/**
 * Answers to a checklist, as typed.
 *
 * @param version of the finding that the officer had before them; 0 where there was none
 * @param answers by the question's code; a question without an answer is absent
 */
public record TypedFinding(int version, Map<String, String> answers, String note) {

    private static final int LONGEST = 1000;

    public TypedFinding {
        answers = Map.copyOf(answers);
        note = note.strip();
    }

    /** The form as it is shown first: with what was found before. */
    public static TypedFinding of(@Nullable Finding found) {
        return found == null
                ? new TypedFinding(0, Map.of(), "")
                : new TypedFinding(found.version(), found.answers(), found.note());
    }

    /** What must be mended before anything is sent; empty when nothing. */
    public List<Fault> faults(List<Question> questions) {
        List<Fault> faults = new ArrayList<>();
        for (Question question : questions) {
            if (!answers.containsKey(question.code())) {
                faults.add(new Fault(question.field(), "Answer: " + question.words()));
            }
        }
        if (answers.containsValue("no") && note.isEmpty()) {
            faults.add(new Fault("note", "Enter what is not as it should be."));
        }
        if (note.length() > LONGEST) {
            faults.add(new Fault("note", "Shorten the note to " + LONGEST + " characters or fewer."));
        }
        return faults;
    }

    /** As consent-service takes it. */
    public Map<String, Object> sent() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", version);
        body.put("answers", answers);
        if (!note.isEmpty()) {
            body.put("note", note);
        }
        return body;
    }
}
