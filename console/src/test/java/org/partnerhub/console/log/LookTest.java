package org.partnerhub.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.words.Fault;

class LookTest {

    private static final String ID = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";

    @Test
    void aPersonIsAskedForByTheHubsId() {
        Look look = new Look("person", " " + ID.toUpperCase(java.util.Locale.ROOT) + " ", " request 17 ");

        assertThat(look.faults()).isEmpty();
        assertThat(look.question()).isEqualTo(Map.of("person", ID, "reason", "request 17"));
    }

    @Test
    void aReferralIsAskedForByItsReference() {
        assertThat(new Look("referral", ID, "request 17").question())
                .isEqualTo(Map.of("reference", "referral/" + ID, "reason", "request 17"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Rowan Ashby", "999 000 0018", "0b5c2c4e", "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a1g"})
    void anythingButAnIdIsRefusedBeforeItIsAsked(String subject) {
        assertThat(new Look("person", subject, "request 17").faults())
                .extracting(Fault::field)
                .containsExactly("subject");
    }

    @Test
    void aLookWithoutAReasonIsRefused() {
        assertThat(new Look("person", ID, "  ").faults())
                .extracting(Fault::field)
                .containsExactly("reason");
    }

    @Test
    void aReasonLongerThanTheLogTakesIsRefused() {
        assertThat(new Look("person", ID, "x".repeat(501)).faults()).hasSize(1);
        assertThat(new Look("person", ID, "x".repeat(500)).faults()).isEmpty();
    }
}
