package org.partnerhub.testkit;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StructureRulesTest {

    private static final String FIXTURE = "org.partnerhub.testkit.fixture";

    @Test
    void aStoreMayKnowTheDatabase() {
        assertThatNoException()
                .isThrownBy(() -> StructureRules.of(FIXTURE + ".tidy").checkIncludingTests());
    }

    @Test
    void aNounMayNot() {
        assertThatThrownBy(() -> StructureRules.of(FIXTURE + ".untidy").checkIncludingTests())
                .hasMessageContaining("Tale")
                .hasMessageContaining("http, route and store hold the frameworks");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThatThrownBy(() -> StructureRules.of(FIXTURE + ".untidy.open").checkIncludingTests())
                .hasMessageContaining("Unmarked")
                .hasMessageContaining("NullAway looks only at marked packages");
    }

    @Test
    void rulesThatWouldHoldOfNothingAreAMistake() {
        assertThatThrownBy(() -> StructureRules.check("org.partnerhub.nowhere")).hasMessageContaining("No classes");
    }
}
