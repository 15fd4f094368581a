package org.partnerhub.consent.register.http;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.consent.ConsentRecord;
import org.partnerhub.consent.consent.store.ConsentHistory;
import org.partnerhub.consent.consent.store.ConsentRegister;
import org.partnerhub.consent.recording.http.ConsentAnswer;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A partner lists the consents that it recorded itself: its own words, so that nothing is disclosed. */
@RestController
class OwnConsentsController {

    private static final Set<String> STATES = Set.of("given", "refused", "not-begun", "expired", "withdrawn");
    private static final int LONGEST = 200;

    private final ConsentRegister register;
    private final ConsentHistory history;
    private final Clock clock;

    OwnConsentsController(ConsentRegister register, ConsentHistory history, Clock clock) {
        this.register = register;
        this.history = history;
        this.clock = clock;
    }

    @GetMapping("/consents")
    Page list(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        if (state != null && !STATES.contains(state)) {
            throw new BadInput("/state", "Write given, refused, not-begun, expired or withdrawn.");
        }
        if (limit < 1 || limit > LONGEST) {
            throw new BadInput("/limit", "Ask for 1 to " + LONGEST + ".");
        }
        LocalDate today = clock.instant().atZone(ConsentRecord.ENGLAND).toLocalDate();
        var filter = new ConsentRegister.Filter(null, person, caller.requiredPartner(), null, state, null, after);
        List<ConsentRecord> found = register.page(filter, today, limit + 1);
        List<ConsentRecord> page = found.subList(0, Math.min(limit, found.size()));
        return new Page(
                page.stream()
                        .map(it -> ConsentAnswer.of(it, history.of(it.id()), today))
                        .toList(),
                found.size() > page.size() ? page.getLast().id().toString() : null);
    }

    record Page(List<ConsentAnswer> items, @Nullable String next) {}
}
