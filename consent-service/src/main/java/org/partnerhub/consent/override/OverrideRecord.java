package org.partnerhub.consent.override;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.OverrideId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * An authorised sharing without consent, as it stands. The reason lies in the disclosure log alone.
 *
 * @param despiteRefusal whether the authoriser knew that somebody had refused or withdrawn
 * @param authorisedBy account of the officer
 * @param role of the officer, by which the purpose let them authorise it
 * @param authorisedAt from when it stands
 * @param endsAt until when, exclusive
 * @param endedAt when a review ended it early; absent where none did
 */
public record OverrideRecord(
        OverrideId id,
        PersonId subject,
        OverrideGround ground,
        Purpose purpose,
        Set<RecipientId> recipients,
        Set<Category> categories,
        boolean despiteRefusal,
        String authorisedBy,
        String role,
        Instant authorisedAt,
        Instant endsAt,
        @Nullable Instant endedAt) {

    public OverrideRecord {
        recipients = Set.copyOf(recipients);
        categories = Set.copyOf(categories);
    }

    /** Whether it is about this and in force. */
    boolean covers(Purpose asked, RecipientId recipient, Category category, Instant now) {
        return stands(now) && purpose.equals(asked) && recipients.contains(recipient) && categories.contains(category);
    }

    /** Whether its authoriser knew that somebody had said no at that time. */
    boolean knewOf(Instant no) {
        return despiteRefusal && authorisedAt.isAfter(no);
    }

    public boolean isForALife() {
        return ground == OverrideGround.VITAL_INTERESTS;
    }

    public boolean stands(Instant now) {
        return !now.isBefore(authorisedAt) && now.isBefore(endsAt) && (endedAt == null || now.isBefore(endedAt));
    }

    @Override
    public String toString() {
        return "OverrideRecord[" + id + "]";
    }
}
