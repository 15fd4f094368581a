package org.partnerhub.consent.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.partnerhub.contracts.policy.PolicyFile;
import org.partnerhub.contracts.policy.PolicyUnusable;
import org.partnerhub.contracts.schema.Violation;

class ChecklistTest {

    private static final Checklist TWO = new Checklist(List.of(
            new Checklist.Question("ground-holds", "Was there a ground?", null),
            new Checklist.Question("in-time", "Was it told in time?", null)));

    @TempDir
    private Path folder;

    private static List<String> pointers(Map<String, Mark> answers) {
        return TWO.violations(answers, null).stream().map(Violation::pointer).toList();
    }

    @Test
    void thePolicysOwnChecklistCanBeUsed() {
        assertThat(Checklist.of(PolicyFile.read("audit-checklist", null)).questions())
                .hasSizeGreaterThan(4);
    }

    @Test
    void aCodeTwiceOrNoCodeStopsTheStartAndNamesTheLine() throws IOException {
        Files.writeString(folder.resolve("audit-checklist.yml"), """
                checklist:
                  - code: in-time
                    question: Was it in time?
                  - code: in-time
                    question: Was it in time again?
                  - code: Not a code
                    question: What is this?
                """);

        assertThatThrownBy(() -> Checklist.of(PolicyFile.read("audit-checklist", folder)))
                .isInstanceOf(PolicyUnusable.class)
                .hasMessageContaining("policy/audit-checklist.yml line 4")
                .hasMessageContaining("policy/audit-checklist.yml line 6");
    }

    @Test
    void everyQuestionIsAnsweredAndNoOther() {
        assertThat(pointers(Map.of("ground-holds", Mark.YES, "in-time", Mark.NOT_APPLICABLE)))
                .isEmpty();
        assertThat(pointers(Map.of("ground-holds", Mark.YES))).containsExactly("/answers/in-time");
        assertThat(pointers(Map.of("ground-holds", Mark.YES, "in-time", Mark.YES, "else", Mark.YES)))
                .containsExactly("/answers");
    }

    @Test
    void aNoIsExplained() {
        Map<String, Mark> answers = Map.of("ground-holds", Mark.YES, "in-time", Mark.NO);

        assertThat(pointers(answers)).containsExactly("/note");
        assertThat(TWO.violations(answers, "It was told on the third day.")).isEmpty();
    }
}
