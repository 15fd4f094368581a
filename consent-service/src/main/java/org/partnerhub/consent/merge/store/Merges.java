package org.partnerhub.consent.merge.store;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.consent.person.store.PersonLock;
import org.partnerhub.consent.person.store.SamePeople;
import org.partnerhub.contracts.event.HubEvent.ConsentsChanged;
import org.partnerhub.contracts.event.HubEvent.PersonMerged;
import org.partnerhub.contracts.event.HubEvent.PersonUnmerged;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the records of two ids as one person's from a merge on, and apart again after it was undone. Nothing is decided about
 * either meanwhile, each gets an entry in the log, and what waits about them is decided again.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Merges {

    private final PersonLock lock;
    private final SamePeople people;
    private final DisclosureLog log;
    private final Outbox outbox;

    Merges(PersonLock lock, SamePeople people, DisclosureLog log, Outbox outbox) {
        this.lock = lock;
        this.people = people;
        this.log = log;
        this.outbox = outbox;
    }

    public void merge(PersonMerged merged) {
        lock.excludeBoth(merged.from(), merged.into());
        if (people.merge(merged.from(), merged.into())) {
            note(EntryKind.PERSON_MERGED, merged.from(), merged.into());
            decideAgain(Arrays.stream(people.everyId(merged.into())));
        }
    }

    /**
     * Undoes a merge.
     *
     * @throws NotMergedYet where the news of the merge has not come; the inbox tries again
     */
    public void unmerge(PersonUnmerged unmerged) {
        lock.excludeBoth(unmerged.restored(), unmerged.from());
        List<UUID> together = List.of(people.everyId(unmerged.restored()));
        if (!people.unmerge(unmerged.restored())) {
            throw new NotMergedYet();
        }
        lock.exclude(unmerged.restored());
        note(EntryKind.PERSON_UNMERGED, unmerged.restored(), unmerged.from());
        decideAgain(together.stream());
    }

    private void note(EntryKind kind, PersonId one, PersonId other) {
        log.append(EntryDraft.of(kind)
                .with(EntryDraft.SUBJECT, one)
                .with("other", other)
                .with("survivor", people.survivor(one)));
        log.append(EntryDraft.of(kind)
                .with(EntryDraft.SUBJECT, other)
                .with("other", one)
                .with("survivor", people.survivor(other)));
    }

    private void decideAgain(Stream<UUID> ids) {
        ids.forEach(id -> outbox.publish(new ConsentsChanged(new PersonId(id))));
    }

    /** Two events came in the wrong order. */
    static final class NotMergedYet extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotMergedYet() {
            super("The merge that is to be undone is not known yet.");
        }
    }
}
