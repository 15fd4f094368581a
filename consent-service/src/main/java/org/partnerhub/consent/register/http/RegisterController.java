package org.partnerhub.consent.register.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.store.ConsentHistory;
import org.partnerhub.consent.consent.store.ConsentRegister;
import org.partnerhub.consent.log.EntryDraft;
import org.partnerhub.consent.log.EntryKind;
import org.partnerhub.consent.log.store.OfficerLooks;
import org.partnerhub.consent.recording.http.ConsentAnswer;
import org.partnerhub.consent.register.RegisterQuestion;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Governance officers look through the consents: codes and dates, no names. The look is an entry, committed before anything is read. */
@RestController
class RegisterController {

    private final ConsentRegister register;
    private final ConsentHistory history;
    private final OfficerLooks looks;
    private final Clock clock;

    RegisterController(ConsentRegister register, ConsentHistory history, OfficerLooks looks, Clock clock) {
        this.register = register;
        this.history = history;
        this.looks = looks;
        this.clock = clock;
    }

    @PostMapping("/consents/searches")
    ResponseEntity<Object> search(@RequestBody byte[] body, Caller officer) {
        RegisterQuestion asked = JsonBodies.read(body, "consent-search", RegisterQuestion.class);
        ConsentRegister.Filter filter = filter(asked);
        looks.note(look(asked, officer));
        LocalDate today = clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate();
        List<ConsentRecord> found = register.page(filter, today, asked.most() + 1);
        List<ConsentRecord> page = found.subList(0, Math.min(asked.most(), found.size()));
        boolean more = found.size() > page.size();
        return ResponseEntity.ok(new OwnConsentsController.Page(
                page.stream()
                        .map(it -> ConsentAnswer.of(it, history.of(it.id()), today))
                        .toList(),
                more ? page.getLast().id().toString() : null));
    }

    private static ConsentRegister.Filter filter(RegisterQuestion asked) {
        return new ConsentRegister.Filter(
                asked.consent(),
                asked.person(),
                asked.recordedBy() == null ? null : asked.recordedBy().value(),
                asked.purpose() == null ? null : asked.purpose().value(),
                asked.state(),
                asked.endsBy(),
                after(asked.after()));
    }

    private static @Nullable UUID after(@Nullable String after) {
        try {
            return after == null ? null : UUID.fromString(after);
        } catch (IllegalArgumentException stranger) {
            throw new BadInput("/after", "Send the next of the page before.");
        }
    }

    private static EntryDraft look(RegisterQuestion asked, Caller officer) {
        return EntryDraft.of(EntryKind.OFFICER_LOOKED)
                .with("officer", officer.subject())
                .with("kind-of-look", "consents")
                .with("reason", asked.reason())
                .with(EntryDraft.SUBJECT, asked.person())
                .with(EntryDraft.SOURCE, asked.consent() == null ? null : "consent/" + asked.consent())
                .with("recorded-by", asked.recordedBy())
                .with("purpose", asked.purpose())
                .with("state", asked.state())
                .with("ends-by", asked.endsBy());
    }
}
