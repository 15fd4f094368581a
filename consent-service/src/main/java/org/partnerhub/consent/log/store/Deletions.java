package org.partnerhub.consent.log.store;

import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.contracts.event.HubEvent.RecordsDeleted;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends that records past their time were deleted. */
@Component
public class Deletions {

    private final DisclosureLog log;

    Deletions(DisclosureLog log) {
        this.log = log;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(RecordsDeleted deleted) {
        log.append(EntryDraft.of(EntryKind.RECORDS_DELETED)
                .with(EntryDraft.SUBJECT, deleted.subject())
                .with(EntryDraft.SOURCE, "story/" + deleted.subject())
                .with("contributions", deleted.contributions())
                .with("attachments", deleted.attachments())
                .with("deleted-at", deleted.deletedAt()));
    }
}
