package org.partnerhub.referral.retention.http;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.attachment.store.Attachments;
import org.partnerhub.referral.officer.outgoing.OfficerLooks;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.retention.LegalHold;
import org.partnerhub.referral.retention.store.LegalHolds;
import org.partnerhub.referral.retention.store.ToldOfPeople;
import org.partnerhub.referral.story.store.Stories;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Governance officers look at a whole record, also at what was corrected, and hold it. Each is in the disclosure log first. */
@RestController
class RecordsController {

    private final People people;
    private final Stories stories;
    private final Attachments attachments;
    private final LegalHolds holds;
    private final ToldOfPeople told;
    private final OfficerLooks looks;
    private final TransactionOperations transaction;

    RecordsController(
            People people,
            Stories stories,
            Attachments attachments,
            LegalHolds holds,
            ToldOfPeople told,
            OfficerLooks looks,
            TransactionOperations transaction) {
        this.people = people;
        this.stories = stories;
        this.attachments = attachments;
        this.holds = holds;
        this.told = told;
        this.looks = looks;
        this.transaction = transaction;
    }

    private record Why(String reason) {}

    @PostMapping("/people/{id}/story/look")
    ResponseEntity<?> look(@PathVariable PersonId id, @RequestBody byte[] body, Caller officer) {
        Why why = JsonBodies.read(body, "record-reason", Why.class);
        PersonId person = people.current(id);
        if (!looks.noted(officer.subject(), "story", why.reason(), person)) {
            return later();
        }
        return people.find(person).isEmpty()
                ? nothingThere()
                : ResponseEntity.ok(
                        WholeRecord.of(person, stories.of(person), attachments.all(person), holds.of(person), told));
    }

    @PostMapping("/people/{id}/legal-holds")
    ResponseEntity<?> hold(@PathVariable PersonId id, @RequestBody byte[] body, Caller officer) {
        Why why = JsonBodies.read(body, "record-reason", Why.class);
        if (people.find(id).isEmpty()) {
            return nothingThere();
        }
        if (!looks.noted(officer.subject(), "legal-hold-set", why.reason(), id)) {
            return later();
        }
        LegalHold hold = transaction.execute(status -> holds.set(id, officer.subject(), why.reason()));
        return ResponseEntity.created(URI.create("/legal-holds/" + hold.id())).body(WholeRecord.Hold.of(hold));
    }

    @PostMapping("/legal-holds/{id}/ending")
    ResponseEntity<?> end(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Why why = JsonBodies.read(body, "record-reason", Why.class);
        Optional<LegalHold> hold = holds.find(id);
        if (hold.isEmpty()) {
            return nothingThere();
        }
        if (hold.get().endedAt() != null) {
            return ended();
        }
        if (!looks.noted(
                officer.subject(), "legal-hold-ended", why.reason(), hold.get().person())) {
            return later();
        }
        return holds.end(id, officer.subject(), why.reason())
                ? ResponseEntity.noContent().build()
                : ended();
    }

    private static ResponseEntity<Object> nothingThere() {
        return ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Check the id: there is nothing under it.");
    }

    private static ResponseEntity<Object> ended() {
        return ProblemResponse.of(HttpStatus.CONFLICT, "wrong-state", "The hold had ended before.");
    }

    private static ResponseEntity<Object> later() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "5")
                .body(ProblemResponse.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "Nothing was shown or done, because the disclosure log could not note it; try again later."));
    }
}
