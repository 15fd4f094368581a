package org.partnerhub.consent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HintTest {

    private static final Circumstances THEMSELVES = new Circumstances(false, false);
    private static final Circumstances A_PARENT = new Circumstances(true, false);
    private static final Circumstances A_PARENT_WHO_MUST_NOT_FIND_THEM = new Circumstances(true, true);

    @Test
    void whatIsDelicateOrAboutOthersIsHintedAt() {
        assertThat(Hint.about("statement", "safety", THEMSELVES))
                .containsExactlyInAnyOrder(Hint.THIRD_PARTY, Hint.SERIOUS_HARM);
        assertThat(Hint.about("statement", "emotional-health", THEMSELVES)).containsExactly(Hint.SERIOUS_HARM);
        assertThat(Hint.about("household", "family", THEMSELVES)).containsExactly(Hint.THIRD_PARTY);
        assertThat(Hint.about("strengths", "plan", A_PARENT)).isEmpty();
    }

    @Test
    void aChildsWordsAndAddressAreLookedAtCloselyWhereAParentAsks() {
        assertThat(Hint.about("childs-words", "voice", THEMSELVES)).isEmpty();
        assertThat(Hint.about("childs-words", "voice", A_PARENT)).containsExactly(Hint.CHILDS_WISHES);
        assertThat(Hint.about("description", null, THEMSELVES)).isEmpty();
        assertThat(Hint.about("description", null, A_PARENT)).containsExactly(Hint.WHEREABOUTS);
    }

    @Test
    void nothingAboutSomebodyWhoMustNotBeFoundGoesWithoutALook() {
        assertThat(Hint.about("disclosure", null, A_PARENT_WHO_MUST_NOT_FIND_THEM))
                .containsExactly(Hint.WHEREABOUTS);
        assertThat(Hint.about("strengths", "plan", A_PARENT_WHO_MUST_NOT_FIND_THEM))
                .contains(Hint.WHEREABOUTS);
    }
}
