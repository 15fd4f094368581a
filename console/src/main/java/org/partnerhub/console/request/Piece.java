package org.partnerhub.console.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.console.words.Codes;
import org.partnerhub.console.words.EnglishTime;

/**
 * One thing that is held about whoever asked.
 *
 * @param by the partner who said it; empty where nobody did
 * @param category empty where it has none
 * @param hints codes of what an officer should look for
 * @param settlement absent while it waits
 */
public record Piece(
        String id,
        String kind,
        Instant at,
        String by,
        String category,
        String text,
        List<String> hints,
        @Nullable Settled settlement,
        int version) {

    public Piece {
        hints = List.copyOf(hints);
    }

    /** How it was settled. */
    public record Settled(
            boolean thirdParty, boolean seriousHarm, String treatment, String text, String ground, String note) {
        @Override
        public String toString() {
            return "Settled[" + treatment + "]";
        }
    }

    public String title() {
        return Codes.inWords(kind);
    }

    public String when() {
        return EnglishTime.of(at);
    }

    /** From whom, and under which category. */
    public String origin() {
        if (by.isEmpty()) {
            return "the hub itself";
        }
        return Codes.inWords(by) + (category.isEmpty() ? "" : ", " + category.replace('-', ' '));
    }

    public List<String> hintWords() {
        return hints.stream()
                .map(it -> switch (it) {
                    case "third-party" -> "Others may be named in it.";
                    case "serious-harm" ->
                        "Telling it may do serious harm. Ask the professional whose field it is before you settle it.";
                    case "childs-wishes" ->
                        "The child said it, and somebody else asks. Would the child want them to know?";
                    case "whereabouts" ->
                        "It may say where the person is, and somebody else asks. Must they not be found?";
                    default -> Codes.inWords(it);
                })
                .toList();
    }

    public String standing() {
        if (settlement == null) {
            return hints.isEmpty() ? "Waits" : "Waits, look closely";
        }
        return switch (settlement.treatment()) {
            case "include" -> "Given";
            case "redact" -> "Given in part";
            default -> "Kept back";
        };
    }

    /** The colour of its tag; the words alone say the same. */
    public String tag() {
        if (settlement == null) {
            return hints.isEmpty() ? "govuk-tag--blue" : "govuk-tag--yellow";
        }
        return settlement.treatment().equals("include") ? "govuk-tag--green" : "govuk-tag--purple";
    }

    @Override
    public String toString() {
        return "Piece[" + id + "]";
    }
}
