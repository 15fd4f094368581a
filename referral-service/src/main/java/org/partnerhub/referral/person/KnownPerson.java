package org.partnerhub.referral.person;

import java.util.List;
import java.util.stream.Stream;
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
                        firstOf(told.schoolUrn(), known.schoolUrn()),
                        both(known.agencyNumbers(), told.agencyNumbers()),
                        both(known.knownAs(), told.knownAs()),
                        null),
                protectedWhereabouts || told.protectsWhereabouts());
    }

    /** The person together with what stands under an id that was merged into this one; protection travels with the person. */
    public KnownPerson joinedBy(KnownPerson merged) {
        KnownPerson joined = completedBy(merged.demographics());
        return new KnownPerson(id, joined.demographics(), protectedWhereabouts || merged.protectedWhereabouts());
    }

    private static <T> List<T> both(List<T> known, List<T> told) {
        return Stream.concat(known.stream(), told.stream()).distinct().toList();
    }

    private static <T> @Nullable T firstOf(@Nullable T preferred, @Nullable T otherwise) {
        return preferred != null ? preferred : otherwise;
    }

    @Override
    public String toString() {
        return "KnownPerson[" + id + "]";
    }
}
