package org.partnerhub.fhir.exchange;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.content.Disclosure;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * Which message went to whom about what.
 *
 * @param message the Bundle's id, which is the delivery's; a partner answers by it
 * @param purpose absent in those that were sent before it was noted
 * @param correlation BaRS's correlation id, the same on every attempt
 * @param attempts how often it was sent, this time included
 * @param taken whether the partner said that it has it
 */
public record Exchange(
        UUID message,
        @Nullable ReferralId referral,
        RecipientId recipient,
        @Nullable String purpose,
        UUID correlation,
        int attempts,
        boolean taken) {

    private static final String REFERRAL = "referral/";
    private static final String FEEDBACK = "feedback/";

    /** The referral that a disclosure is about, where it is about one. */
    public static Optional<ReferralId> referralOf(Disclosure disclosure) {
        String reference = disclosure.reference();
        if (!reference.startsWith(REFERRAL) && !reference.startsWith(FEEDBACK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ReferralId.of(reference.substring(reference.indexOf('/') + 1)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Whether an earlier attempt may have reached the partner. */
    public boolean isRepeated() {
        return attempts > 1;
    }
}
