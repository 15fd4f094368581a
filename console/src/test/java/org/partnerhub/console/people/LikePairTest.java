package org.partnerhub.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikePairTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "other-nhs-number",
                "other-pupil-number",
                "other-birth-date",
                "other-given-name",
                "perhaps-a-twin",
                "no-given-name",
                "no-birth-date",
                "nothing-but-name-and-birth-date"
            })
    void everyDoubtIsASentence(String doubt) {
        assertThat(pair(List.of(doubt), "").why())
                .singleElement()
                .asString()
                .endsWith(".")
                .contains(" ")
                .isNotEqualTo(doubt.replace('-', ' '));
    }

    @Test
    void withoutADoubtItIsLikelyAndNotSure() {
        assertThat(pair(List.of(), "").why()).singleElement().asString().startsWith("It is likely and not sure");
    }

    @Test
    void whatIsSettledIsNoLongerOpen() {
        assertThat(pair(List.of(), "").isOpen()).isTrue();
        assertThat(pair(List.of(), "same").standing()).isEqualTo("Settled: one person");
        assertThat(pair(List.of(), "different").isOpen()).isFalse();
    }

    private static LikePair pair(List<String> doubts, String settledAs) {
        return new LikePair(
                "7c0b6f0e-2c3e-4f59-8f7e-3f6b2a1c9d00",
                doubts,
                "cpft",
                Instant.parse("2026-11-27T09:00:00Z"),
                settledAs);
    }
}
