package org.partnerhub.console.delivery;

import java.util.Map;
import org.partnerhub.console.words.Codes;

/** The codes of deliveries, as an operator would say them. */
final class DeliveryWords {

    private static final String ANSWERED = "recipient-answered-";

    private static final Map<String, String> STATES = Map.of(
            "due", "Due",
            "failing", "Failing",
            "sending", "Under way",
            "waiting", "In the mailbox",
            "collected", "Collected",
            "acknowledged", "Acknowledged",
            "given-up", "Given up",
            "manual", "To take by hand");

    private static final Map<String, String> TAGS = Map.of(
            "failing", "govuk-tag--yellow",
            "parked", "govuk-tag--yellow",
            "given-up", "govuk-tag--red",
            "refused", "govuk-tag--red",
            "manual", "govuk-tag--purple",
            "delivered", "govuk-tag--green",
            "collected", "govuk-tag--green",
            "acknowledged", "govuk-tag--green");

    private static final Map<String, String> REASONS = Map.of(
            "timeout", "No answer in time",
            "too-old", "Tried until it was too old",
            "parked-too-long", "Waited until it was too old",
            "circuit-open", "Not tried: the recipient counts as down",
            "worker-lost", "The attempt ended without a word",
            "decision-unavailable", "The hub could not decide just then",
            "content-unavailable", "The hub could not fetch the content just then",
            "content-gone", "What was to be told is no more",
            "no-channel", "No channel reaches the recipient",
            "taken-by-hand", "Taken out to be brought there by hand");

    private static final Map<String, String> MISSING = Map.of(
            "consent", "Waits for a consent",
            "agreement", "Waits for an information sharing agreement",
            "release", "Waits for a release");

    private DeliveryWords() {}

    static String state(String code) {
        return STATES.getOrDefault(code, Codes.inWords(code));
    }

    /** The colour of a state's tag; the words alone say the same. */
    static String tag(String code) {
        return TAGS.getOrDefault(code, "govuk-tag--grey");
    }

    static String reason(String code) {
        return code.startsWith(ANSWERED)
                ? "The recipient answered with status " + code.substring(ANSWERED.length())
                : REASONS.getOrDefault(code, Codes.inWords(code));
    }

    static String missing(String code) {
        return MISSING.getOrDefault(code, "Waits for " + code.replace('-', ' '));
    }
}
