package org.partnerhub.consent.recording;

import java.util.Arrays;
import org.partnerhub.contracts.identity.ReferralId;

/** How something came to be recorded: once for each origin, however often it is sent. */
public sealed interface Origin {

    record InReferral(ReferralId referral) implements Origin {}

    /**
     * A partner sent it by itself.
     *
     * @param key the sender's own
     * @param bodyHash SHA-256 of the body as it was sent
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by isSameBody alone
    record ByKey(String key, byte[] bodyHash) implements Origin {
        public boolean isSameBody(byte[] other) {
            return Arrays.equals(bodyHash, other);
        }
    }
}
