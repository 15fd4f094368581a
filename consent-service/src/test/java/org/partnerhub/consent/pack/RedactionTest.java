package org.partnerhub.consent.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private static final String WHOLE = "Text: Mr Example next door saw it.\nBy: the school";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Text: [redacted] saw it.\nBy: the school",
                "Text: [redacted] saw it.\r\nBy: the school",
                "[redacted]saw it.\nBy: [redacted]",
                "[redacted]",
                "Text: [redacted] next door [redacted]\nBy: the school"
            })
    void whatIsLeftStandsAsItStood(String redacted) {
        assertThat(Redaction.isOf(redacted, WHOLE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Text: Mr Example next door saw it.\nBy: the school",
                "Text: [redacted] heard it.\nBy: the school",
                "Text: nobody [redacted]",
                "Text: [redacted] saw it. [redacted] next door",
                "Text: [redacted] saw it.\nBy: the school, wrongly",
                "Text: Mr Example next door saw it.[redacted] saw it.\nBy: the school"
            })
    void nothingIsAddedOrChangedOrSaidTwice(String redacted) {
        assertThat(Redaction.isOf(redacted, WHOLE)).isFalse();
    }

    @Test
    void aTextMayBeTakenOutWhole() {
        assertThat(Redaction.isOf("[redacted]", "")).isTrue();
    }
}
