package org.partnerhub.consent.consent.store;

import java.util.List;
import org.partnerhub.consent.consent.ConsentTerms;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Terms, or their exceptions, as one column of JSON. */
final class TermsJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private TermsJson() {}

    static String write(ConsentTerms terms) {
        return JSON.writeValueAsString(terms);
    }

    static ConsentTerms read(String json) {
        return JSON.readValue(json, ConsentTerms.class);
    }

    static String writeExceptions(ConsentTerms terms) {
        return JSON.writeValueAsString(terms.exceptions());
    }

    static List<ConsentTerms.Excepted> exceptions(String json) {
        return JSON.readValue(json, new TypeReference<List<ConsentTerms.Excepted>>() {});
    }
}
