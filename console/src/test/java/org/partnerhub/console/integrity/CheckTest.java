package org.partnerhub.console.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckTest {

    private static final Instant BEGUN = Instant.parse("2026-11-27T09:00:00Z");

    @Test
    void aPageLooksAgainByItselfForAWhileOnlySoThatNobodyStaysSignedInByIt() {
        Check check = Check.begun(BEGUN).at(10, 200);

        assertThat(check.isWorthWaitingFor(BEGUN.plusSeconds(599))).isTrue();
        assertThat(check.isWorthWaitingFor(BEGUN.plusSeconds(600))).isFalse();
        assertThat(check.failed(BEGUN.plusSeconds(1), "It broke off.").isWorthWaitingFor(BEGUN.plusSeconds(2)))
                .isFalse();
    }
}
