package org.partnerhub.contracts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonPointer;

class PolicyFileTest {

    private static final String GOOD = """
            # levels of service
            levels:
              - purpose: safeguarding
                hours: 24
              - purpose: early-help-support
                hours: 72
            """;

    @TempDir
    private Path folder;

    @Test
    void aFileIsReadFromItsFolder() throws IOException {
        Files.writeString(folder.resolve("levels.yml"), GOOD);
        Levels levels = PolicyFile.read("levels", folder).as(Levels.class);
        assertThat(levels.levels()).extracting(Level::hours).containsExactly(24, 72);
    }

    @Test
    void withoutAFolderTheBundledFileIsRead() {
        assertThat(PolicyFile.read("partners", null).content().path("partners").isArray())
                .isTrue();
    }

    @Test
    void theVersionIsTheHashOfTheBytes() {
        assertThat(policy(GOOD).version()).isEqualTo(policy(GOOD).version()).matches("[0-9a-f]{64}");
        assertThat(policy(GOOD).version()).isNotEqualTo(policy(GOOD + " ").version());
    }

    @Test
    void aProblemNamesTheLineOfTheValue() {
        PolicyProblem problem = policy(GOOD).problem(JsonPointer.compile("/levels/1/hours"), "Write at most 48.");
        assertThat(problem).hasToString("policy/levels.yml line 6: Write at most 48.");
    }

    @Test
    void aMissingValueIsLookedForWhereItsParentStands() {
        assertThat(policy(GOOD)
                        .problem(JsonPointer.compile("/levels/1/escalation"), "Add it.")
                        .line())
                .isEqualTo(5);
    }

    @Test
    void aValueOfTheWrongKindNamesItsLine() {
        var unusable = catchThrowableOfType(
                PolicyUnusable.class, () -> policy(GOOD.replace("72", "soon")).as(Levels.class));
        assertThat(unusable.problems())
                .singleElement()
                .extracting(PolicyProblem::line)
                .isEqualTo(6);
    }

    @Test
    void aFieldThatNobodyReadsIsAProblem() {
        var unusable = catchThrowableOfType(
                PolicyUnusable.class,
                () -> policy(GOOD.replace("hours: 72", "hours: 72\n    houres: 9"))
                        .as(Levels.class));
        assertThat(unusable).hasMessageContaining("line 7").hasMessageContaining("houres");
    }

    @Test
    void theSameNameTwiceIsAProblem() {
        assertThat(problemOf("a: 1\nb: 2\na: 3\n").line()).isEqualTo(3);
    }

    @Test
    void textThatIsNotYamlNamesItsLine() {
        assertThat(problemOf("levels:\n  - {purpose: [\n").line()).isPositive();
    }

    @Test
    void anEmptyFileIsAProblem() {
        assertThat(problemOf("# nothing yet\n").remedy()).contains("empty");
    }

    @Test
    void aMissingFileIsNamed() {
        var unusable = catchThrowableOfType(PolicyUnusable.class, () -> PolicyFile.read("absent", folder));
        assertThat(unusable).hasMessageContaining("policy/absent.yml").hasMessageContaining("hub.policy.folder");
    }

    private static PolicyProblem problemOf(String text) {
        return catchThrowableOfType(PolicyUnusable.class, () -> policy(text))
                .problems()
                .getFirst();
    }

    private static PolicyFile policy(String text) {
        return PolicyFile.of("levels", text.getBytes(StandardCharsets.UTF_8));
    }

    record Levels(List<Level> levels) {}

    record Level(String purpose, int hours) {}
}
