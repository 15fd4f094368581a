package org.partnerhub.referral.referral;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReferralId;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.contracts.sharing.RecipientId;
import org.partnerhub.referral.story.Theme;

/**
 * A referral as it is kept. It points at the story of its subject and holds none of it.
 *
 * @param areaFound GSS code of the child's area, where somebody had to find it out
 * @param answerTo the place of the sender's own that hears what becomes of it
 */
public record Referral(
        ReferralId id,
        PersonId subject,
        PartnerId sender,
        Kind kind,
        List<Ask> asks,
        String reason,
        List<Theme> themes,
        @Nullable Level level,
        Urgency urgency,
        @Nullable Incident incident,
        @Nullable Instant occurredAt,
        Instant receivedAt,
        @Nullable RecipientId answerTo,
        @Nullable String areaFound) {

    public Referral {
        asks = List.copyOf(asks);
        themes = List.copyOf(themes);
    }

    @Override
    public String toString() {
        return "Referral[" + id + "]";
    }
}
