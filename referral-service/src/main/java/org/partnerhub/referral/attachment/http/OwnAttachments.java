package org.partnerhub.referral.attachment.http;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.partnerhub.contracts.sharing.Category;
import org.partnerhub.referral.attachment.Attachment;
import org.partnerhub.referral.attachment.Scan;

/** A partner's own files: ids and codes, no names. */
record OwnAttachments(List<Item> items) {

    record Item(UUID id, Category category, String mediaType, long bytes, Scan scan, Instant at, boolean takenBack) {}

    static OwnAttachments of(List<Attachment> own) {
        return new OwnAttachments(own.stream()
                .map(it -> new Item(
                        it.id(),
                        it.category(),
                        it.type().mediaType(),
                        it.size(),
                        it.scan(),
                        it.at(),
                        it.takenBackAt() != null))
                .toList());
    }
}
