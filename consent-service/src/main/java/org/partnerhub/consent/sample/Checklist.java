package org.partnerhub.consent.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyProblem;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.schema.Violation;
import tools.jackson.core.JsonPointer;

/** What is asked of every entry of a sample: policy/audit-checklist.yml, or what it said when the sample was drawn. */
public record Checklist(
        @JsonProperty(value = "checklist", required = true) List<Question> questions) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public Checklist {
        questions = List.copyOf(questions);
    }

    /**
     * One question.
     *
     * @param source the rule behind it
     */
    public record Question(
            @JsonProperty(required = true) String code,
            @JsonProperty(required = true) String question,
            @Nullable String source) {}

    /**
     * The checklist of a file.
     *
     * @throws PolicyUnusable naming each line that does not make sense and what to write instead
     */
    public static Checklist of(PolicyFile file) {
        Checklist checklist = file.as(Checklist.class);
        List<PolicyProblem> problems = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < checklist.questions().size(); i++) {
            String code = checklist.questions().get(i).code();
            JsonPointer at = JsonPointer.compile("/checklist/" + i + "/code");
            if (!CODE.matcher(code).matches()) {
                problems.add(file.problem(at, "Write a code of lower-case words joined by hyphens."));
            }
            if (!codes.add(code)) {
                problems.add(file.problem(at, "The code " + code + " stands here twice; remove one."));
            }
        }
        if (codes.isEmpty()) {
            problems.add(file.problem(JsonPointer.compile("/checklist"), "Write at least one question."));
        }
        if (!problems.isEmpty()) {
            throw new PolicyUnusable(problems);
        }
        return checklist;
    }

    /** What is wrong with answers to it; nothing where every question is answered and every no explained. */
    List<Violation> violations(Map<String, Mark> answers, @Nullable String note) {
        List<Violation> found = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Question question : questions) {
            asked.add(question.code());
            if (!answers.containsKey(question.code())) {
                found.add(new Violation("/answers/" + question.code(), "Answer yes, no or not-applicable."));
            }
        }
        for (String answered : answers.keySet()) {
            if (!asked.contains(answered)) {
                found.add(new Violation("/answers", "Answer only the questions of this sample's checklist."));
            }
        }
        if (answers.containsValue(Mark.NO) && note == null) {
            found.add(new Violation("/note", "Write in a sentence what is not as it should be."));
        }
        return found;
    }
}
