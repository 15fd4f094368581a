package org.partnerhub.console.override;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.partnerhub.console.words.Codes;

/** The grounds of sharing without consent, in the words of their source: Data Protection Act 2018 Schedule 1 paragraph 18(2). */
final class Ground {

    private static final Map<String, String> WORDS = words();

    private Ground() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("consent-cannot-be-given", "Consent cannot be given in the circumstances (paragraph 18(2)(a))");
        words.put(
                "consent-cannot-be-obtained",
                "Nobody can reasonably be expected to obtain consent (paragraph 18(2)(b))");
        words.put("asking-would-endanger", "Asking for consent would put the protection at risk (paragraph 18(2)(c))");
        words.put("vital-interests", "A life is at risk (vital interests)");
        return Collections.unmodifiableMap(words);
    }

    /** Their words by their codes, in the order of the Act. */
    static Map<String, String> all() {
        return WORDS;
    }

    static String inWords(String code) {
        return WORDS.getOrDefault(code, Codes.inWords(code));
    }
}
