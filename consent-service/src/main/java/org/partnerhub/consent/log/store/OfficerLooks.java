package org.partnerhub.consent.log.store;

import org.partnerhub.consent.log.EntryDraft;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes that an officer looks, durably, before the officer sees anything. */
@Component
public class OfficerLooks {

    private final DisclosureLog log;

    OfficerLooks(DisclosureLog log) {
        this.log = log;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void note(EntryDraft look) {
        log.append(look);
    }
}
