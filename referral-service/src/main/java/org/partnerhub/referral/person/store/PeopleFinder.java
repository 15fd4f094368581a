package org.partnerhub.referral.person.store;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.referral.person.KnownPerson;
import org.partnerhub.referral.person.PersonSearch;
import org.partnerhub.referral.person.match.BlockKeys;
import org.partnerhub.referral.person.match.Candidate;
import org.partnerhub.referral.person.match.Described;
import org.partnerhub.referral.person.match.SearchedFor;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whom an officer means. Everybody who may be meant is found, by any agency's words for them, with a name spelt like the one that was
 * typed and with day and month of birth either way round: an officer tells them apart, a program must not.
 */
@Repository
public class PeopleFinder {

    private final People people;
    private final Descriptions descriptions;

    PeopleFinder(People people, Descriptions descriptions) {
        this.people = people;
        this.descriptions = descriptions;
    }

    /** Each person once, under the id by which they are known now, in the order of their names. */
    @Transactional(readOnly = true)
    public List<KnownPerson> find(PersonSearch wanted) {
        PersonId id = wanted.person();
        return id == null ? byDescription(wanted) : people.find(id).stream().toList();
    }

    private List<KnownPerson> byDescription(PersonSearch wanted) {
        Described described = Described.of(wanted.described());
        return descriptions.candidates(BlockKeys.of(described)).stream()
                .filter(it -> mayBe(it, described))
                .map(Candidate::person)
                .map(people::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(PeopleFinder::called))
                .toList();
    }

    /** The blocks hold numbers and names as hashes; here they are compared. */
    private static boolean mayBe(Candidate candidate, Described wanted) {
        return candidate.descriptions().stream()
                .map(Candidate.Told::described)
                .anyMatch(told -> SearchedFor.mayBe(told, wanted));
    }

    private static String called(KnownPerson person) {
        return person.demographics().name().family() + " "
                + String.join(" ", person.demographics().name().given())
                + Objects.toString(person.demographics().birthDate(), "");
    }
}
