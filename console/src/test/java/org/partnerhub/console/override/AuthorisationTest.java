package org.partnerhub.console.override;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.words.Fault;

class AuthorisationTest {

    private static final String PERSON = "0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11";
    private static final String REASON = "Asking would put the children at risk tonight.";

    @Test
    void whatIsCompleteIsSentAsConsentServiceTakesIt() {
        Authorisation typed = lasting(" 48 ");

        assertThat(typed.faults()).isEmpty();
        assertThat(typed.sent())
                .containsEntry("person", PERSON)
                .containsEntry("recipients", List.of("cpft-camhs", "cpft-crisis"))
                .containsEntry("hours", 48)
                .containsEntry("despiteRefusal", true)
                .hasSize(8);
    }

    @Test
    void anEmptyFormNamesEverythingThatIsMissing() {
        assertThat(Authorisation.empty().faults())
                .extracting(Fault::field)
                .containsExactly("person", "purpose", "ground", "recipients", "categories", "reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "169", "1.5", "-1", "two", "9999999999"})
    void nothingLastsLongerThanAWeekOrNoTimeAtAll(String hours) {
        assertThat(lasting(hours).faults()).extracting(Fault::field).containsExactly("hours");
    }

    @Test
    void whatWasTypedStaysOutOfLogs() {
        assertThat(lasting("48")).hasToString("Authorisation[hidden]");
    }

    private static Authorisation lasting(String hours) {
        return new Authorisation(
                PERSON,
                "mental-health-specialist",
                "asking-would-endanger",
                "cpft-camhs\n\n cpft-crisis \ncpft-camhs",
                List.of("identity", "safety"),
                REASON,
                hours,
                true);
    }
}
