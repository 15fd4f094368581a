package org.partnerhub.consent.recording.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.ConsentsOfSubject;
import org.partnerhub.consent.consent.Happening;
import org.partnerhub.consent.consent.store.ConsentHistory;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.store.DisclosureLog;
import org.partnerhub.contracts.event.HubEvent;
import org.partnerhub.contracts.sharing.PartnerId;
import org.partnerhub.support.events.Outbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What follows from a change of somebody's consents, in the transaction that makes it: its history, its log entry, its event, and the end of what it ends. */
@Component
class Aftermath {

    private final ConsentHistory history;
    private final DisclosureLog log;
    private final Outbox outbox;
    private final BroughtEndings endings;

    Aftermath(ConsentHistory history, DisclosureLog log, Outbox outbox, BroughtEndings endings) {
        this.history = history;
        this.log = log;
        this.outbox = outbox;
        this.endings = endings;
    }

    /**
     * Notes what somebody said.
     *
     * @param consent as it is now
     * @param before what counted before about the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void said(
            ConsentRecord consent,
            ConsentsOfSubject before,
            Happening.What what,
            PartnerId through,
            @Nullable Instant saidAt,
            EntryDraft entry) {
        history.add(consent.id(), new Happening(what, consent.recordedAt(), through, saidAt, consent.terms()));
        log.append(entry);
        endings.stop(consent, before);
        LocalDate today = consent.recordedAt().atZone(ConsentRecord.ENGLAND).toLocalDate();
        if (consent.hasBegun(today) && what != Happening.What.NARROWED) {
            outbox.publish(word(consent));
        }
    }

    /** Notes what the day brought. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(ConsentRecord consent, Happening.What what, Instant at, EntryDraft entry, HubEvent event) {
        history.add(consent.id(), new Happening(what, at, null, null, null));
        log.append(entry);
        outbox.publish(event);
    }

    /** What lets parked deliveries go on, or drops them; only once it applies. */
    static HubEvent word(ConsentRecord consent) {
        return consent.isGiven()
                ? new HubEvent.ConsentGiven(consent.id(), consent.subject())
                : new HubEvent.ConsentRefused(consent.id(), consent.subject());
    }
}
