package org.partnerhub.referral.story;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * A part of a story with its author and time; never changed after.
 *
 * @param referral the referral that it came with
 * @param corrects the earlier part of the same author in whose place it stands; that one stays visible to officers
 */
public record Contribution(
        UUID id,
        StoryPart part,
        @Nullable LocalDate occurredOn,
        PartnerId by,
        Instant at,
        @Nullable ReferralId referral,
        @Nullable UUID corrects) {

    /** The same part in the place of an earlier one. */
    public Contribution correcting(UUID earlier) {
        return new Contribution(id, part, occurredOn, by, at, referral, earlier);
    }

    @Override
    public String toString() {
        return "Contribution[" + id + "]";
    }
}
