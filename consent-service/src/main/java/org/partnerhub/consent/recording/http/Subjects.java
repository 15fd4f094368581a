package org.partnerhub.consent.recording.http;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.partnerhub.consent.person.UnknownPerson;
import org.partnerhub.consent.person.outgoing.People;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.support.web.BadInput;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds whom a consent is about. */
@Component
class Subjects {

    private final People people;

    Subjects(People people) {
        this.people = people;
    }

    /**
     * The person.
     *
     * @param subject as {@code schema/subject.json} has it, already checked
     * @throws BadInput where the hub knows nobody by that id
     */
    PersonFacts find(JsonNode subject) {
        try {
            return subject.has("personId")
                    ? people.facts(PersonId.of(subject.get("personId").asString()))
                    : people.resolve(subject);
        } catch (UnknownPerson nobody) {
            throw new BadInput("/subject", "The hub knows nobody by this id; send who it is instead.");
        }
    }

    /**
     * When somebody was born; absent where it is not known.
     *
     * @throws BadInput where the hub knows nobody by that id any more
     */
    @Nullable
    LocalDate birthDate(PersonId person) {
        try {
            return people.facts(person).birthDate();
        } catch (UnknownPerson nobody) {
            throw new BadInput("", "The hub knows nobody by the id of this consent; record a new one.");
        }
    }
}
