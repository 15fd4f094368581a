package org.partnerhub.consent.recording.http;

import org.partnerhub.consent.consent.ConsentTerms;
import org.partnerhub.support.web.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what was agreed or refused. */
final class Terms {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Terms() {}

    /**
     * The terms.
     *
     * @param at pointer to where they stand in what was sent
     * @throws BadInput where they are not such terms
     */
    static ConsentTerms of(JsonNode terms, String at) {
        try {
            return JSON.treeToValue(terms, ConsentTerms.class);
        } catch (JacksonException unfit) {
            throw new BadInput(at, "Write the consent as schema/consent.json has it.");
        }
    }
}
