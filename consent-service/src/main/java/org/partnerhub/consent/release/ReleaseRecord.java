package org.partnerhub.consent.release;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.identity.ReleaseId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.Purpose;
import org.partnerhub.contracts.sharing.RecipientId;

/**
 * What a named person let go of about somebody whose whereabouts are protected, to one recipient for one purpose. The reason lies in
 * the disclosure log alone.
 *
 * @param releasedBy account of the officer
 * @param endsAt until when, exclusive
 * @param endedAt when an officer took it back; absent where none did
 */
public record ReleaseRecord(
        ReleaseId id,
        PersonId subject,
        Purpose purpose,
        RecipientId recipient,
        Set<Category> categories,
        String releasedBy,
        Instant releasedAt,
        Instant endsAt,
        @Nullable Instant endedAt) {

    public ReleaseRecord {
        categories = Set.copyOf(categories);
    }

    /** Whether it lets this go. */
    public boolean covers(Purpose asked, RecipientId to, Category category, Instant now) {
        return stands(now) && purpose.equals(asked) && recipient.equals(to) && categories.contains(category);
    }

    public boolean stands(Instant now) {
        return !now.isBefore(releasedAt) && now.isBefore(endsAt) && (endedAt == null || now.isBefore(endedAt));
    }

    @Override
    public String toString() {
        return "ReleaseRecord[" + id + "]";
    }
}
