package org.partnerhub.console.onboarding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Codes;

/** What a form lets an operator choose from, by code. */
final class Kinds {

    private static final List<String> ORGANISATIONS = List.of(
            "school",
            "college",
            "council",
            "police",
            "hospital",
            "mental-health",
            "community-health",
            "icb",
            "voluntary",
            "housing",
            "probation",
            "youth-justice",
            "adult-care",
            "substance-misuse",
            "panel");

    private Kinds() {}

    static Map<String, String> ofOrganisations() {
        Map<String, String> kinds = new LinkedHashMap<>();
        ORGANISATIONS.forEach(it -> kinds.put(it, organisation(it)));
        return kinds;
    }

    static String organisation(String code) {
        return code.equals("icb") ? "Integrated care board" : Codes.inWords(code);
    }

    static Map<String, String> ofChannels() {
        Map<String, String> channels = new LinkedHashMap<>();
        channels.put("webhook", "Webhook: the hub sends to its system");
        channels.put("fhir", "FHIR: the hub sends messages to its FHIR server");
        channels.put("mailbox", "Mailbox: its system collects from the hub");
        channels.put("manual", "By hand: an operator takes it there");
        return channels;
    }

    static String channel(String code) {
        return switch (code) {
            case "webhook" -> "Webhook";
            case "fhir" -> "FHIR";
            case "mailbox" -> "Mailbox";
            case "manual" -> "By hand";
            default -> code;
        };
    }
}
