package org.partnerhub.referral.person.http;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.BadInput;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What sibling services ask about people. */
@RestController
@RequestMapping("/internal/people")
class PeopleController {

    private static final ZoneId ENGLAND = ZoneId.of("Europe/London");

    private final People people;
    private final TransactionOperations transaction;
    private final Clock clock;

    PeopleController(People people, TransactionOperations transaction, Clock clock) {
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Finds or makes the person; answers the few facts that deciding needs. */
    @PostMapping("/resolve")
    PersonFacts resolve(@RequestBody Demographics told, Caller caller) {
        LocalDate born = told.birthDate();
        if (born != null && born.isAfter(LocalDate.ofInstant(clock.instant(), ENGLAND))) {
            throw new BadInput("/birthDate", "Write a birth date that is not in the future.");
        }
        return transaction
                .execute(status -> people.resolve(told, caller.subject(), clock.instant()))
                .facts();
    }

    @GetMapping("/{id}/facts")
    ResponseEntity<?> facts(@PathVariable PersonId id) {
        return people.find(id)
                .map(KnownPerson::facts)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Nobody has this id."));
    }
}
