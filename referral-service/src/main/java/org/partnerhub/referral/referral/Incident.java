package org.partnerhub.referral.referral;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the police attended: the content of an Operation Encompass notice. It is shared under the category police alone.
 *
 * @param childPresent whether the child was there
 */
public record Incident(
        @Nullable String policeReference,
        @Nullable Instant occurredAt,
        @Nullable String place,
        @Nullable Boolean childPresent,
        @Nullable String circumstances) {

    @Override
    public String toString() {
        return "Incident[hidden]";
    }
}
