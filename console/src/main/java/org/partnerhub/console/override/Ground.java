package org.partnerhub.console.override;

import java.util.Map;
import org.partnerhub.console.words.Codes;

/** The grounds of sharing without consent, in the words of their source: Data Protection Act 2018 Schedule 1 paragraph 18(2). */
final class Ground {

    private static final Map<String, String> WORDS = Map.of(
            "consent-cannot-be-given", "Consent cannot be given in the circumstances (paragraph 18(2)(a))",
            "consent-cannot-be-obtained", "Nobody can reasonably be expected to obtain consent (paragraph 18(2)(b))",
            "asking-would-endanger", "Asking for consent would put the protection at risk (paragraph 18(2)(c))",
            "vital-interests", "A life is at risk (vital interests)");

    private Ground() {}

    static String inWords(String code) {
        return WORDS.getOrDefault(code, Codes.inWords(code));
    }
}
