package org.partnerhub.referral.referral;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/** Exactly what to ask where something may not go yet: for which place and for which purpose. */
public final class MissingWords {

    private MissingWords() {}

    /** The sentence about a recipient that waits; absent where nothing is missing. */
    public static @Nullable String of(AskedRecipient asked) {
        String missing = asked.missing();
        return asked.told() != Delivery.PARKED || missing == null
                ? null
                : of(missing, asked.purpose(), asked.recipient());
    }

    /** The sentence about something that is missing. */
    public static String of(String missing, Purpose purpose, RecipientId recipient) {
        String what = " for " + purpose.value() + " at " + recipient + ".";
        return switch (missing) {
            case "consent" -> "Ask the family for a consent" + what;
            case "agreement" -> "The hub's governance officers have to enter an information sharing agreement" + what;
            case "release" -> "A named person has to release it" + what;
            case "nothing" -> "Nothing allows it" + what;
            default -> "It waits for " + missing + what;
        };
    }
}
