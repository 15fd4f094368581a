package org.partnerhub.referral.person.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.officer.outgoing.OfficerLooks;
import org.partnerhub.referral.person.Merge;
import org.partnerhub.referral.person.MergeOutcome;
import org.partnerhub.referral.person.store.Merges;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Governance officers take two people for one, take that back, and say whose whereabouts are protected. */
@RestController
@RequestMapping("/people")
class MergesController {

    private final Merges merges;
    private final People people;
    private final OfficerLooks looks;
    private final TransactionOperations transaction;
    private final Clock clock;

    MergesController(Merges merges, People people, OfficerLooks looks, TransactionOperations transaction, Clock clock) {
        this.merges = merges;
        this.people = people;
        this.looks = looks;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Wanted(PersonId from, PersonId into, String reason) {}

    private record Why(String reason) {}

    private record Whereabouts(@JsonProperty("protected") boolean isProtected, String reason) {}

    private record Merged(PersonId person, List<Merge> merges) {}

    @GetMapping("/{id}/merges")
    ResponseEntity<?> list(@PathVariable PersonId id) {
        return people.find(id).isEmpty()
                ? MergeAnswers.nothingThere()
                : ResponseEntity.ok(new Merged(people.current(id), merges.of(id)));
    }

    @PostMapping("/merges")
    ResponseEntity<?> merge(@RequestBody byte[] body, Caller officer) {
        Wanted wanted = JsonBodies.read(body, "person-merge", Wanted.class);
        if (!looks.noted(officer.subject(), "people-same", wanted.reason(), wanted.from(), wanted.into())) {
            return MergeAnswers.later();
        }
        MergeOutcome outcome = transaction.execute(status ->
                merges.merge(wanted.from(), wanted.into(), officer.subject(), wanted.reason(), clock.instant()));
        return MergeAnswers.of(outcome);
    }

    @PostMapping("/merges/{id}/undoing")
    ResponseEntity<?> undo(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Why why = JsonBodies.read(body, "person-reason", Why.class);
        Optional<Merge> merge = merges.find(id);
        if (merge.isEmpty()) {
            return MergeAnswers.nothingThere();
        }
        if (!looks.noted(
                officer.subject(),
                "people-different",
                why.reason(),
                merge.get().from(),
                merge.get().into())) {
            return MergeAnswers.later();
        }
        MergeOutcome outcome =
                transaction.execute(status -> merges.undo(id, officer.subject(), why.reason(), clock.instant()));
        return MergeAnswers.of(outcome);
    }

    @PostMapping("/{id}/whereabouts")
    ResponseEntity<?> whereabouts(@PathVariable PersonId id, @RequestBody byte[] body, Caller officer) {
        Whereabouts said = JsonBodies.read(body, "person-whereabouts", Whereabouts.class);
        if (people.find(id).isEmpty()) {
            return MergeAnswers.nothingThere();
        }
        String kind = said.isProtected() ? "whereabouts-protected" : "whereabouts-no-longer-protected";
        if (!looks.noted(officer.subject(), kind, said.reason(), id)) {
            return MergeAnswers.later();
        }
        transaction.executeWithoutResult(status -> people.protect(id, said.isProtected()));
        return ResponseEntity.noContent().build();
    }
}
