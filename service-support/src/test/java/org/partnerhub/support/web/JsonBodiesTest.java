package org.partnerhub.support.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.partnerhub.contracts.schema.Violation;

class JsonBodiesTest {

    record Answer(String recipient, String state) {}

    @Test
    void aBodyThatFitsIsBound() {
        var answer =
                JsonBodies.read("{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\"}", "response", Answer.class);

        assertThat(answer).isEqualTo(new Answer("cpft-camhs", "accepted"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "{\"recipient\":",
                "{} {}",
                "{\"state\": \"accepted\", \"state\": \"rejected\"}",
                "{\"state\": 1e999999999999999999999999999999999999999999}",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
            })
    void whatIsNoWellFormedBoundedJsonIsRefused(String body) {
        assertThatThrownBy(() -> JsonBodies.read(body, "response", Answer.class))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void aFieldThatTheSchemaAllowsAndTheRecordLacksIsNotLostSilently() {
        String body = "{\"recipient\": \"cpft-camhs\", \"state\": \"accepted\", \"message\": \"In four weeks.\"}";

        assertThatThrownBy(() -> JsonBodies.read(body, "response", Answer.class))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.violations())
                                .extracting(Violation::pointer)
                                .containsExactly("/message"));
    }

    @Test
    void everyFieldThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> JsonBodies.read("{\"state\": \"perhaps\", \"extra\": 1}", "response", Answer.class))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.violations())
                                .extracting(Violation::pointer)
                                .contains("/state", "/extra", "/recipient"));
    }
}
