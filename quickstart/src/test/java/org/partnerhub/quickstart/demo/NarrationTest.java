package org.partnerhub.quickstart.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class NarrationTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Narration narration = new Narration(new PrintStream(told, true, StandardCharsets.UTF_8));

    static List<Runnable> whatAnUnexpectedAnswerLeadsTo() {
        return List.of(
                () -> JsonMapper.shared().readTree("<html>Bad gateway</html>"),
                () -> List.of().getFirst(),
                () -> {
                    throw new NullPointerException();
                },
                () -> {
                    throw new NoSuchElementException("nobody");
                });
    }

    @ParameterizedTest
    @MethodSource("whatAnUnexpectedAnswerLeadsTo")
    void aStepThatBreaksOffIsOneFailureAndTheStoryGoesOnToItsLastLine(Runnable events) {
        narration.step("The first step", events);
        narration.step("The next step", () -> narration.check("it is played all the same", true));

        assertThat(narration.summary()).isEqualTo("demo: 1 passed, 1 failed");
        assertThat(narration.failed()).isTrue();
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("✗ the step could be played to its end", "2. The next step");
    }

    @Test
    void whatWasSeenInsteadIsSaidOnlyOfWhatDoesNotHold() {
        narration.check("holds", true, "unseen");
        narration.check("does not", false, "seen");

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("✗ does not — seen: seen")
                .doesNotContain("unseen");
    }
}
