package org.partnerhub.consent.log.http;

import java.util.UUID;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.TermHash;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.contracts.log.OfficerLook;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other services say that an officer is about to see something; they answer the officer only once this has answered. */
@RestController
class ServiceLooksController {

    private final OfficerLooks looks;
    private final TermHash hash;

    ServiceLooksController(OfficerLooks looks, TermHash hash) {
        this.looks = looks;
        this.hash = hash;
    }

    @PostMapping("/internal/log/officer-looks")
    @ResponseStatus(HttpStatus.CREATED)
    Logged look(@RequestBody OfficerLook look) {
        EntryDraft entry = EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", look.officer())
                .with("service", look.service())
                .with("kind-of-look", look.kindOfLook())
                .with("reason", look.reason())
                .with(EntryDraft.SUBJECT, look.person())
                .with(EntryDraft.SOURCE, look.reference());
        looks.note(
                look.terms().isEmpty()
                        ? entry
                        : entry.with("terms-hash", look.terms().stream().map(hash::of)));
        return new Logged(entry.id());
    }

    record Logged(UUID entry) {}
}
