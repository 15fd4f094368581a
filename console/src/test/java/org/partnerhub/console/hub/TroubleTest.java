package org.partnerhub.console.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TroubleTest {

    @Test
    void whatWasGivenIsNoTrouble() {
        assertThat(Trouble.of(new Answer.Given<>("it"))).isEmpty();
    }

    @Test
    void theServicesOwnSentencesComeFirst() {
        List<String> sentences = List.of("A different officer does it.");

        assertThat(Trouble.of(new Answer.NotAllowed<>(sentences))).contains(new Trouble(403, sentences));
        assertThat(said(new Answer.NotNow<>(sentences))).isEqualTo("A different officer does it.");
        assertThat(Trouble.of(new Answer.NotAccepted<>(sentences))).contains(new Trouble(400, sentences));
    }

    @Test
    void whereTheServiceSaysNothingTheConsoleSaysWhatToDoNext() {
        assertThat(said(new Answer.NotAllowed<>(List.of()))).contains("ask the hub’s operator for the role");
        assertThat(said(new Answer.NotThere<>())).contains("go back to the list");
        assertThat(said(new Answer.NotNow<>(List.of()))).contains("Nothing of yours was saved");
        assertThat(said(new Answer.Unavailable<>())).contains("Try again in a minute");
    }

    private static String said(Answer<?> answer) {
        return Trouble.of(answer).orElseThrow().sentences().getFirst();
    }
}
