package org.partnerhub.console.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.console.words.Fault;
import org.partnerhub.console.words.TypedDay;

class ChildSearchTest {

    private static final TypedDay BORN = new TypedDay("4", "5", "2011");

    @ParameterizedTest
    @CsvSource({
        "999 000 1014,                         nhsNumber, 9990001014",
        "9990001014,                           nhsNumber, 9990001014",
        "a999000100001,                        upn,       A999000100001",
        "0B5C2C4E-58d7-4a55-9a2c-0f8d3c1e7a11, person,    0b5c2c4e-58d7-4a55-9a2c-0f8d3c1e7a11",
    })
    void aNumberSaysItselfWhichItIs(String typed, String field, String sent) {
        assertThat(number(typed).sent()).isEqualTo(Map.of("reason", "Request 17", field, sent));
        assertThat(number(typed).faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "Edie", "99900010140", "0b5c2c4e"})
    void whatIsNoNumberIsSaidSo(String typed) {
        assertThat(number(typed).faults()).extracting(Fault::field).containsExactly("number");
    }

    @Test
    void anNhsNumberWithAWrongDigitIsSaidSoBeforeAnybodyIsAsked() {
        assertThat(number("999 000 1015").faults())
                .extracting(Fault::message)
                .containsExactly(
                        "Check the NHS number: a digit is wrong, because its last digit does not fit the others.");
    }

    @Test
    void aNameNeedsADateOfBirth() {
        ChildSearch whole = new ChildSearch("", " Edie ", "Marchbank", BORN, "Request 17");
        assertThat(whole.faults()).isEmpty();
        assertThat(whole.sent())
                .containsEntry("name", Map.of("given", List.of("Edie"), "family", "Marchbank"))
                .containsEntry("birthDate", "2011-05-04");
        assertThat(new ChildSearch("", "Edie", "", TypedDay.empty(), "x").faults())
                .extracting(Fault::field)
                .containsExactly("family", "born");
    }

    @Test
    void oneThingIsSearchedForAndAReasonIsGiven() {
        assertThat(new ChildSearch("9990001014", "Edie", "Marchbank", BORN, "x").faults())
                .extracting(Fault::field)
                .containsExactly("number");
        assertThat(ChildSearch.empty().faults()).extracting(Fault::field).containsExactly("number", "reason");
        assertThat(number("9990001014")).hasToString("ChildSearch[hidden]");
    }

    private static ChildSearch number(String typed) {
        return new ChildSearch(typed, "", "", TypedDay.empty(), "Request 17");
    }
}
