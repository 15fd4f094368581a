package org.partnerhub.referral.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.contracts.sharing.PartnerId;

/**
 * A file that belongs to somebody's story.
 *
 * @param category under which it may be shared
 * @param name as the partner called it; it may say anything, so it is told only under the category
 * @param hash lower-case hex SHA-256 of its bytes, under which they lie
 * @param size in bytes
 * @param takenBackAt when its partner said that it should never have been there
 */
public record Attachment(
        UUID id,
        PersonId person,
        Category category,
        String name,
        FileType type,
        String hash,
        long size,
        PartnerId by,
        Instant at,
        Scan scan,
        @Nullable Instant takenBackAt) {

    @Override
    public String toString() {
        return "Attachment[" + id + "]";
    }
}
