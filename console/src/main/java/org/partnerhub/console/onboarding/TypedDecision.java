package org.partnerhub.console.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.partnerhub.console.words.Fault;

/**
 * A second operator's word, as typed.
 *
 * @param approved yes or no; empty until chosen
 * @param version of the proposal that they read
 */
public record TypedDecision(String approved, String reason, int version) {

    private static final int LONGEST_REASON = 500;

    public TypedDecision {
        reason = reason.strip();
    }

    public static TypedDecision empty() {
        return new TypedDecision("", "", 0);
    }

    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        TypedPlace.need(isApproved() || approved.equals("no"), "approved", "Choose whether you approve it.", faults);
        TypedPlace.need(
                !reason.isEmpty() && reason.length() <= LONGEST_REASON,
                "reason",
                "Enter the reason in 1 to 500 characters.",
                faults);
        return faults;
    }

    public boolean isApproved() {
        return approved.equals("yes");
    }

    public Map<String, Object> sent() {
        return Map.of("approved", isApproved(), "reason", reason, "version", version);
    }
}
