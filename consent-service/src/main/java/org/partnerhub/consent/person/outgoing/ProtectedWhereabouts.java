package org.partnerhub.consent.person.outgoing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.partnerhub.consent.person.UnknownPerson;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether a person's whereabouts are protected, remembered for a few seconds: one referral is decided for several recipients
 * within that time. See docs/decisions/2026-11-22-protected-whereabouts-are-asked-for.md.
 */
@Component
public class ProtectedWhereabouts {

    private static final int MOST = 10_000;

    private final People people;
    private final Clock clock;
    private final Duration keep;
    private final SequencedMap<PersonId, Known> known = new LinkedHashMap<>();

    ProtectedWhereabouts(People people, Clock clock, @Value("${hub.facts.keep}") Duration keep) {
        this.people = people;
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * Whether they are protected. Somebody whom nobody knows has none.
     *
     * @throws org.partnerhub.consent.person.PeopleUnavailable where referral-service does not answer
     */
    public boolean of(PersonId person) {
        Instant now = clock.instant();
        synchronized (known) {
            Known before = known.get(person);
            if (before != null && before.until().isAfter(now)) {
                return before.isProtected();
            }
        }
        boolean isProtected = ask(person);
        remember(person, new Known(isProtected, now.plus(keep)), now);
        return isProtected;
    }

    private boolean ask(PersonId person) {
        try {
            PersonFacts facts = people.facts(person);
            return facts.protectedWhereabouts();
        } catch (UnknownPerson nobody) {
            return false;
        }
    }

    /** Every answer is kept equally long, so the first in the map is the first to go. */
    private void remember(PersonId person, Known answer, Instant now) {
        synchronized (known) {
            known.remove(person);
            known.put(person, answer);
            while (!known.isEmpty() && (known.size() > MOST || firstIsTooOld(now))) {
                known.pollFirstEntry();
            }
        }
    }

    private boolean firstIsTooOld(Instant now) {
        return !known.firstEntry().getValue().until().isAfter(now);
    }

    private record Known(boolean isProtected, Instant until) {}
}
