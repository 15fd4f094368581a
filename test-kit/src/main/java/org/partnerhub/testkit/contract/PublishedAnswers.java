package org.partnerhub.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.partnerhub.contracts.schema.Schemas;
import tools.jackson.databind.json.JsonMapper;

/** Whether what a service answers is what schema/answers.json promises. */
public final class PublishedAnswers {

    private PublishedAnswers() {}

    /**
     * Fails naming each field that does not fit.
     *
     * @param definition in {@code schema/answers.json}, such as {@code referralReceived} or {@code problem}
     */
    public static void assertFits(String definition, String json) {
        assertThat(Schemas.bundled()
                        .answerViolations(definition, JsonMapper.shared().readTree(json)))
                .as("an answer that is to be a " + definition + " of schema/answers.json")
                .isEmpty();
    }
}
