package org.partnerhub.console.override;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.partnerhub.console.words.Fault;

class FindingTest {

    private static final String SENTENCE = "The risk to the child was immediate.";

    @Test
    void aWholeFindingIsSentAsTyped() {
        assertThat(new Finding("yes", " " + SENTENCE + " ").sent())
                .isEqualTo(Map.of("upheld", true, "finding", SENTENCE));
        assertThat(new Finding("no", SENTENCE).sent()).containsEntry("upheld", false);
    }

    @Test
    void aFindingNeedsAChoiceAndASentence() {
        assertThat(Finding.empty().faults()).extracting(Fault::field).containsExactly("upheld", "finding");
        assertThat(new Finding("perhaps", SENTENCE).faults())
                .extracting(Fault::field)
                .containsExactly("upheld");
        assertThat(new Finding("no", "x".repeat(1001)).faults())
                .extracting(Fault::field)
                .containsExactly("finding");
        assertThat(new Finding("no", "x".repeat(20)).faults()).isEmpty();
    }

    @Test
    void itsTextStaysOutOfLogs() {
        assertThat(new Finding("no", SENTENCE)).hasToString("Finding[hidden]");
    }
}
