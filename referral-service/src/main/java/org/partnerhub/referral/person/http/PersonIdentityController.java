package org.partnerhub.referral.person.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.Demographics.PersonName;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.store.People;
import org.partnerhub.support.web.ProblemResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who somebody is, for a statutory notice that names them by the hub's id; what goes on goes under a permit. */
@RestController
class PersonIdentityController {

    private final People people;

    PersonIdentityController(People people) {
        this.people = people;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Identity(
            PersonName name,
            @Nullable LocalDate birthDate,
            @Nullable NhsNumber nhsNumber,
            @Nullable String nhsNumberAbsent,
            @Nullable String upn) {

        static Identity of(Demographics known) {
            return new Identity(
                    known.name(), known.birthDate(), known.nhsNumber(), known.nhsNumberAbsent(), known.upn());
        }
    }

    @GetMapping("/internal/people/{id}/identity")
    ResponseEntity<?> identity(@PathVariable PersonId id) {
        return people.find(id)
                .map(KnownPerson::demographics)
                .map(Identity::of)
                .<ResponseEntity<?>>map(ResponseEntity::ok)
                .orElseGet(() -> ProblemResponse.of(HttpStatus.NOT_FOUND, "not-found", "Nobody has this id."));
    }
}
