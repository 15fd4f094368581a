package org.partnerhub.referral.person.http;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.officer.outgoing.OfficerLooks;
import org.partnerhub.referral.person.AgencyDescription;
import org.partnerhub.referral.person.MergeOutcome;
import org.partnerhub.referral.person.Relation;
import org.partnerhub.referral.person.ReviewTask;
import org.partnerhub.referral.person.ReviewTask.Settled;
import org.partnerhub.referral.person.store.Descriptions;
import org.partnerhub.referral.person.store.Homes;
import org.partnerhub.referral.person.store.Merges;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.referral.person.store.Reviews;
import org.partnerhub.support.security.Caller;
import org.partnerhub.support.web.JsonBodies;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Governance officers settle who may be one: listed by ids, seen side by side once the look is in the log. */
@RestController
@RequestMapping("/people/reviews")
class ReviewsController {

    private static final int LONGEST_LIST = 200;

    private final Reviews reviews;
    private final Merges merges;
    private final People people;
    private final Descriptions descriptions;
    private final Homes homes;
    private final OfficerLooks looks;
    private final TransactionOperations transaction;
    private final Clock clock;

    ReviewsController(
            Reviews reviews,
            Merges merges,
            People people,
            Descriptions descriptions,
            Homes homes,
            OfficerLooks looks,
            TransactionOperations transaction,
            Clock clock) {
        this.reviews = reviews;
        this.merges = merges;
        this.people = people;
        this.descriptions = descriptions;
        this.homes = homes;
        this.looks = looks;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Tasks(List<ReviewTask> reviews) {}

    private record Why(String reason) {}

    private record Settlement(Settled as, String reason) {}

    /** One of the two, as everybody described them and with whom they live. */
    private record Side(PersonId person, List<AgencyDescription> descriptions, List<Relation> relations) {}

    private record Look(ReviewTask review, Side person, Side other) {}

    @GetMapping
    Object list(@RequestParam(required = false) @Nullable PersonId person) {
        return new Tasks(reviews.open(person, LONGEST_LIST));
    }

    @PostMapping("/{id}/look")
    ResponseEntity<?> look(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Why why = JsonBodies.read(body, "person-reason", Why.class);
        Optional<ReviewTask> task = reviews.find(id);
        if (task.isEmpty()) {
            return MergeAnswers.nothingThere();
        }
        ReviewTask review = task.get();
        if (!looks.noted(officer.subject(), "people-review", why.reason(), review.person(), review.other())) {
            return MergeAnswers.later();
        }
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(new Look(review, side(review.person()), side(review.other())));
    }

    private Side side(PersonId person) {
        return new Side(people.current(person), descriptions.of(person), homes.of(person));
    }

    @PostMapping("/{id}/settlement")
    ResponseEntity<?> settle(@PathVariable UUID id, @RequestBody byte[] body, Caller officer) {
        Settlement settlement = JsonBodies.read(body, "person-settlement", Settlement.class);
        Optional<ReviewTask> task = reviews.find(id);
        if (task.isEmpty()) {
            return MergeAnswers.nothingThere();
        }
        ReviewTask review = task.get();
        String kind = "people-" + settlement.as().code();
        if (!looks.noted(officer.subject(), kind, settlement.reason(), review.person(), review.other())) {
            return MergeAnswers.later();
        }
        MergeOutcome outcome = transaction.execute(status ->
                merges.settle(review, settlement.as(), officer.subject(), settlement.reason(), clock.instant()));
        return MergeAnswers.of(outcome);
    }
}
