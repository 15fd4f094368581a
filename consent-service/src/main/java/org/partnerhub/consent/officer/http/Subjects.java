package org.partnerhub.consent.officer.http;

import org.partnerhub.consent.person.UnknownPerson;
import org.partnerhub.consent.person.outgoing.People;
import org.partnerhub.consent.reason.Reason;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.PersonFacts;
import org.partnerhub.support.web.BadInput;
import org.springframework.stereotype.Component;

/** What every call of an officer names: about whom, and why. */
@Component("officersSubjects")
public class Subjects {

    private final People people;

    Subjects(People people) {
        this.people = people;
    }

    /**
     * The person.
     *
     * @throws BadInput where the hub knows nobody by that id
     * @throws org.partnerhub.consent.person.PeopleUnavailable where referral-service does not answer
     */
    public PersonFacts known(PersonId person) {
        try {
            return people.facts(person);
        } catch (UnknownPerson nobody) {
            throw new BadInput("/person", "The hub knows nobody by this id.");
        }
    }

    /**
     * The reason.
     *
     * @throws BadInput where it is none
     */
    public Reason reason(String words, String pointer) {
        Reason.remedy(words).ifPresent(remedy -> {
            throw new BadInput(pointer, remedy);
        });
        return new Reason(words);
    }
}
