package org.partnerhub.referral.person;

import org.jspecify.annotations.Nullable;
import org.partnerhub.contracts.identity.NhsNumber;
import org.partnerhub.contracts.identity.PersonId;
import org.partnerhub.contracts.person.Demographics;
import org.partnerhub.contracts.person.PersonFacts;

/**
 * A person as the hub knows them.
 *
 * @param demographics what is taken to be true of them now; how each agency wrote it down is kept beside
 */
public record KnownPerson(PersonId id, Demographics demographics, boolean protectedWhereabouts) {

    public PersonFacts facts() {
        return new PersonFacts(id, demographics.birthDate(), protectedWhereabouts);
    }

    /**
     * The person with what a later description adds. Who somebody is stays as first known, gaps are filled; where they live,
     * learn and can be reached is what was said last, because families move.
     */
    public KnownPerson completedBy(Demographics told) {
        Demographics known = demographics;
        NhsNumber nhsNumber = firstOf(known.nhsNumber(), told.nhsNumber());
        return new KnownPerson(
                id,
                new Demographics(
                        nhsNumber,
                        nhsNumber == null ? firstOf(known.nhsNumberAbsent(), told.nhsNumberAbsent()) : null,
                        firstOf(known.upn(), told.upn()),
                        known.name(),
                        firstOf(known.birthDate(), told.birthDate()),
                        firstOf(told.address(), known.address()),
                        firstOf(told.telephone(), known.telephone()),
                        firstOf(told.authority(), known.authority()),
                        firstOf(told.schoolUrn(), known.schoolUrn())),
                protectedWhereabouts);
    }

    private static <T> @Nullable T firstOf(@Nullable T preferred, @Nullable T otherwise) {
        return preferred != null ? preferred : otherwise;
    }

    @Override
    public String toString() {
        return "KnownPerson[" + id + "]";
    }
}
