package org.partnerhub.referral.referral;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * The sender takes a referral back; {@code schema/cancellation.json}.
 *
 * @param recipient the one where it is taken back; absent: everywhere
 * @param reason a stable code
 * @param enteredInError whether it should never have been sent
 */
public record Cancellation(
        @Nullable RecipientId recipient,
        String reason,
        @Nullable Boolean enteredInError) {

    public boolean isMistake() {
        return Boolean.TRUE.equals(enteredInError);
    }
}
