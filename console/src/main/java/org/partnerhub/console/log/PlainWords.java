package org.partnerhub.console.log;

import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.partnerhub.console.words.Codes;

/** The log's codes as sentences; a code that is new here is shown as it is, so that nothing is ever hidden. */
final class PlainWords {

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("decision", "Sharing was decided"),
            Map.entry("disclosure", "Information was sent"),
            Map.entry("refusal", "Sharing was refused"),
            Map.entry("override-authorised", "Sharing without consent was authorised"),
            Map.entry("override-reviewed", "Sharing without consent was reviewed"),
            Map.entry("override-escalated", "A review of sharing without consent is late"),
            Map.entry("release-given", "Protected information was released by name"),
            Map.entry("release-ended", "A release by name ended"),
            Map.entry("consent-renewed", "Consent was renewed"),
            Map.entry("consent-begun", "Consent began"),
            Map.entry("withdrawal-acknowledged", "Nothing more goes out on what was withdrawn"),
            Map.entry("agreement-lapsing", "A sharing agreement lapses or is due to be looked at"),
            Map.entry("person-unmerged", "Two joined records were parted again"),
            Map.entry("records-deleted", "Records were deleted when their time was over"),
            Map.entry("sample-drawn", "An audit sample was drawn"),
            Map.entry("sample-finding", "An entry of a sample was examined"),
            Map.entry("request-received", "Somebody asked about their records"),
            Map.entry("request-extended", "The answer to a request was put off"),
            Map.entry("request-answered", "A request about records was answered"),
            Map.entry("pack-made", "What is held was handed over"),
            Map.entry("breach-reported", "A breach was reported"),
            Map.entry("value-erased", "Part of an entry was erased"),
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

    /**
     * What happened in a sentence.
     *
     * @param says what the entry says under a name, in words; empty where it does not
     */
    static String sentence(String kind, UnaryOperator<String> says) {
        String to = says.apply("recipient");
        String why = says.apply("purpose");
        return switch (kind) {
            case "decision" ->
                "%s could be told %s for %s".formatted(to, says.apply("permitted"), why)
                        + after(", on the ground of ", says.apply("ground"))
                        + after(". Withheld: ", says.apply("withheld"));
            case "refusal" ->
                "%s could be told nothing for %s".formatted(to, why) + after(". Because: ", says.apply("rules"));
            case "disclosure" -> "To %s for %s: %s".formatted(to, why, says.apply("outcome"));
            case "officer-looked" -> says.apply("reason");
            default ->
                Stream.of("purposes", "purpose", "recipients", "recipient", "categories", "ground", "reason", "outcome")
                        .map(says)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining("; "));
        };
    }

    private static String after(String words, String said) {
        return said.isEmpty() ? "" : words + said;
    }

    static String fact(String name) {
        return Codes.inWords(name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT));
    }
}
