package org.partnerhub.console.delivery;

import java.util.Locale;
import org.partnerhub.console.words.Codes;

/**
 * What came of one test message.
 *
 * @param result taken, turned-away, not-reached, unknown or not-tried
 * @param reason a code; empty where there is none
 */
public record TestResult(String recipient, String channel, String result, String reason) {

    public String to() {
        return Codes.inWords(recipient);
    }

    public String words() {
        String why = reason.isEmpty() ? "" : ": " + lower(DeliveryWords.reason(reason));
        return switch (result) {
            case "taken" -> "Taken";
            case "turned-away" -> "Turned away" + why;
            case "not-reached" -> "Not reached" + why;
            case "unknown" -> "It may have arrived" + why;
            case "not-tried" -> "Not tried: only webhooks are";
            default -> Codes.inWords(result);
        };
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        return switch (result) {
            case "taken" -> "govuk-tag--green";
            case "not-tried" -> "govuk-tag--grey";
            default -> "govuk-tag--red";
        };
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
