package org.partnerhub.referral.release;

import org.jspecify.annotations.Nullable;
import org.partnerhub.referral.referral.AskedRecipient;
import org.partnerhub.referral.referral.Delivery;

/** Exactly what to ask where something is parked: for which place and for which purpose. */
public final class MissingWords {

    private MissingWords() {}

    /** The sentence; absent where nothing is missing. */
    public static @Nullable String of(AskedRecipient asked) {
        String missing = asked.missing();
        if (asked.told() != Delivery.PARKED || missing == null) {
            return null;
        }
        String what = " for " + asked.purpose().value() + " at " + asked.recipient() + ".";
        return switch (missing) {
            case "consent" -> "Ask the family for a consent" + what;
            case "agreement" -> "The hub's governance officers have to enter an information sharing agreement" + what;
            case "release" -> "A named person has to release it" + what;
            default -> "It waits for " + missing + what;
        };
    }
}
