package org.partnerhub.console.words;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The hub's codes, such as {@code early-help-support}, as a reader would write them. */
public final class Codes {

    private Codes() {}

    /** One code: “Early help support”. */
    public static String inWords(String code) {
        String words =
                code.replace('-', ' ').replace('.', ' ').replace('_', ' ').strip();
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Several codes in one sentence: “identity, emotional health”. */
    public static String inWords(Collection<String> codes) {
        return codes.stream().map(it -> it.replace('-', ' ')).collect(Collectors.joining(", "));
    }
}
