package org.partnerhub.console.log;

import java.util.Locale;
import java.util.Map;
import org.partnerhub.console.words.Codes;

/** The log's codes as sentences; a code that is new here is shown as it is, so that nothing is ever hidden. */
final class PlainWords {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("decision", "Sharing was decided"),
            Map.entry("disclosure", "Information was sent"),
            Map.entry("refusal", "Sharing was refused"),
            Map.entry("override", "Sharing without consent was approved"),
            Map.entry("consent-given", "Consent was given"),
            Map.entry("consent-refused", "Consent was refused"),
            Map.entry("consent-narrowed", "Consent was narrowed"),
            Map.entry("consent-withdrawn", "Consent was withdrawn"),
            Map.entry("consent-expired", "Consent ran out"),
            Map.entry("agreement-changed", "A sharing agreement changed"),
            Map.entry("person-merged", "Two records of one person were joined"),
            Map.entry("officer-looked", "An officer looked"));

    private PlainWords() {}

    static String kind(String code) {
        return KINDS.getOrDefault(code, Codes.inWords(code));
    }

    static String fact(String name) {
        return Codes.inWords(name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
    }
}
