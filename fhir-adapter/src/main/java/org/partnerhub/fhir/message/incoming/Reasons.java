package org.partnerhub.fhir.message.incoming;

import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;
import org.partnerhub.fhir.message.Bars;

/** Why something was declined or taken back, as a code of the hub's. */
public final class Reasons {

    /** Codes of dos-rejected-reasons-bars in the hub's words. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("21", "transport"),
            Map.entry("22", "no-capacity"),
            Map.entry("23", "not-clinically-appropriate"),
            Map.entry("24", "declined"),
            Map.entry("26", "declined-by-family"),
            Map.entry("27", "not-contactable"),
            Map.entry("31", "no-appointments"),
            Map.entry("32", "appointments-not-suitable"),
            Map.entry("40", "not-eligible"),
            Map.entry("41", "home-visit-requested"),
            Map.entry("42", "distance"));

    private Reasons() {}

    /** The hub's code; none where the coding is of no form that the hub has. */
    public static Optional<String> hub(Coding coding) {
        if (coding.getSystem() != null && Bars.sameSystem(coding.getSystem(), Bars.REJECTED_REASONS)) {
            return Optional.ofNullable(REASONS.get(String.valueOf(coding.getCode())));
        }
        return code(coding.getCode());
    }

    /** The code, if it is one of the hub's form; anything else could be somebody's words. */
    public static Optional<String> code(@Nullable String text) {
        return text != null && text.length() <= 64 && text.matches("[a-z0-9]+(-[a-z0-9]+)*")
                ? Optional.of(text)
                : Optional.empty();
    }
}
